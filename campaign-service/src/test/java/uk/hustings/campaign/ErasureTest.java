package uk.hustings.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import uk.hustings.test.NamedAccounts;
import uk.hustings.test.Tokens;

/** A person who asks to be forgotten leaves the record; what was decided stays in it. */
@QuarkusTest
class ErasureTest {

    private static final String SEAT = "S14000014";
    private static final String LEAVER = "organiser-who-left";

    @ConfigProperty(name = "quarkus.datasource.reactive.url")
    String database;

    @Test
    void everyColumnThatNamesAnAccountSaysSo() {
        assertThat(accounts().unsaid()).isEmpty();
    }

    @Test
    void aDecisionOutlivesTheNameOfWhoMadeIt() {
        Campaign.found("edinburgh-east", "Edinburgh East", "S92000003", SEAT);
        String leaver = Tokens.of(LEAVER).role("national-organiser").sign();
        Campaign.report(leaver, SEAT, 3).then().statusCode(201);
        Campaign.post(leaver, "/v1/campaign/access/decisions", """
                        {"localParty":"edinburgh-east","seatCode":"%s","outcome":"locked","reason":"They asked for it"}
                        """.formatted(SEAT))
                .then()
                .statusCode(201)
                .body("decidedBy", is(LEAVER));

        assertThat(accounts().erase(LEAVER)).containsKeys("access_decision.decided_by", "contact_batch.reported_by");

        Campaign.asHq()
                .get("/v1/campaign/access/decisions?localParty=edinburgh-east")
                .then()
                .body("items[0].decidedBy", is("erased"))
                .body("items[0].reason", is("They asked for it"));
        assertThat(accounts().erase(LEAVER)).as("the second time").isEmpty();
    }

    private NamedAccounts accounts() {
        return NamedAccounts.of("campaign", database);
    }
}
