package uk.hustings.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.hustings.local.suite.RunningSuite;

/** The whole suite is stopped in order and started again. */
class RestartTest {

    @Test
    void aRestartKeepsDataLocksRolesAndAnswers() {
        LocalParty party = LocalParty.named("sedgefield");
        String canvasser = party.canvasser().freshToken();
        String key = UUID.randomUUID().toString();
        party.report(canvasser, 500).then().statusCode(201);
        Response crossing = party.report(canvasser, 1, key);
        crossing.then().statusCode(201).body("access.state", is("locked"));
        Census before = Census.around(party);

        RunningSuite.restart();

        assertThat(Census.around(party)).isEqualTo(before);
        assertThat(party.report(canvasser, 1, key).asByteArray()).isEqualTo(crossing.asByteArray());
        party.report(canvasser, 1).then().statusCode(403).body("type", is("/problems/party-locked"));
        Wait.until(CutOffTest.KEYCLOAK_FOLLOWS, "the role is gone", () -> Realm.rolesOf(party.id())
                .isEmpty());
        assertThat(Claims.of(party.canvasser().freshToken()).apiRoles()).isEmpty();
    }
}
