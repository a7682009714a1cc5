package uk.hustings.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.hustings.local.suite.App;
import uk.hustings.local.suite.RunningSuite;

/** Parts of the suite are killed as {@code kill -9} does, and come back. */
class RecoveryTest {

    private static final Duration BACK = Duration.ofSeconds(30);

    @Test
    void whatWasAcknowledgedSurvivesAKilledDatabase() {
        LocalParty party = LocalParty.named("merthyr-tydfil-and-rhymney");
        String canvasser = party.canvasser().freshToken();
        String hq = Account.HQ.freshToken();
        String key = UUID.randomUUID().toString();
        party.report(canvasser, 500).then().statusCode(201);
        Response crossing = party.report(canvasser, 1, key);
        crossing.then().statusCode(201).body("access.state", is("locked"));
        RunningSuite.get().postgres().process().orElseThrow().destroyForcibly();

        Response meanwhile = party.report(hq, 1);
        int facts = Api.anybody().get("/v1/seats?limit=1").statusCode();
        RunningSuite.get().postgres().start();

        assertThat(meanwhile.statusCode()).as(meanwhile.asString()).isEqualTo(503);
        assertThat(meanwhile.contentType()).isEqualTo(Api.PROBLEM);
        assertThat(facts).as("facts lie in memory").isEqualTo(200);
        Wait.until(
                BACK,
                "contacts can be read",
                () -> Api.with(hq).get(party.contacts()).statusCode() == 200);
        for (App app : App.values()) {
            Wait.until(
                    BACK,
                    app.module() + " is ready",
                    () -> Api.at(app).get("/q/health/ready").statusCode() == 200);
        }
        assertThat(party.counted()).isEqualTo(501);
        assertThat(party.decisions("locked")).hasSize(1);
        Wait.until(BACK, "Keycloak's database takes logins", () -> hasRole(party) == false);
        Response retried = party.report(canvasser, 1, key);
        assertThat(retried.asByteArray()).isEqualTo(crossing.asByteArray());
        party.report(canvasser, 1).then().statusCode(403).body("type", is("/problems/party-locked"));
    }

    private static boolean hasRole(LocalParty party) {
        return Realm.rolesOf(party.id()).contains(party.seatRole());
    }
}
