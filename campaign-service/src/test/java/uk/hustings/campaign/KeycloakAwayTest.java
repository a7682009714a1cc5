package uk.hustings.campaign;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import uk.hustings.test.KeycloakAway;

@QuarkusTest
@TestProfile(KeycloakAwayTest.CampaignAlone.class)
class KeycloakAwayTest extends KeycloakAway {

    public static class CampaignAlone extends KeycloakAway.Profile {

        public CampaignAlone() {
            super("campaign", new TestResourceEntry(SeatsUpstream.class));
        }
    }

    KeycloakAwayTest() {
        super("/v1/campaign/access/me", "/v1/campaign/access/decisions");
    }

    @Test
    void theSeatsArriveWithoutAToken() {
        Campaign.awaitReady();
    }
}
