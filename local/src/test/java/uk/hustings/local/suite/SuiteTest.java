package uk.hustings.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuiteTest {

    private final Suite suite = RunningSuite.get();

    @Test
    void everyAppIsReadyWhenTheSuiteHasStarted() {
        for (App app : App.values()) {
            assertThat(Readiness.answersOk(suite.ports().urlOf(app).resolve("/q/health/ready")))
                    .as(app.module())
                    .isTrue();
        }
        assertThat(Readiness.answersOk(suite.ports().issuer())).isTrue();
    }

    @Test
    void everythingIsWrittenDownSoThatALaterRunCouldEndIt() {
        assertThat(suite.home().ledger().running())
                .containsOnlyKeys(
                        List.of("runner", "keycloak", "seats-service", "polls-service", "campaign-service", "gateway"));
    }

    @Test
    void aKilledAppComesBackAsAProcessOfItsOwn() {
        String app = App.POLLS.module();
        long before = suite.process(app).orElseThrow().pid();

        suite.kill(app);
        assertThat(Readiness.answersOk(suite.ports().urlOf(App.POLLS).resolve("/q/health/live")))
                .isFalse();
        suite.restart(app);

        assertThat(suite.process(app).orElseThrow().pid()).isNotEqualTo(before);
        assertThat(Readiness.answersOk(suite.ports().urlOf(App.POLLS).resolve("/q/health/ready")))
                .isTrue();
    }

    @Test
    void aSecondRunnerIsTurnedAwayFromTheSameHome() {
        SuiteSettings settings =
                SuiteSettings.test(RunningSuite.projectRoot(), suite.home().directory(), new Progress(System.out));

        assertThatThrownBy(() -> Suite.start(settings))
                .isInstanceOf(SuiteFailure.class)
                .hasMessageContaining("Another runner");
    }

    @Test
    void aDemoUserCanLogIn() {
        assertThat(new DemoLogin(suite.ports().tokenEndpoint())
                        .accessToken("hq")
                        .split("\\."))
                .hasSize(3);
        assertThatThrownBy(() -> new DemoLogin(suite.ports().tokenEndpoint()).accessToken("nobody"))
                .isInstanceOf(SuiteFailure.class)
                .hasMessageContaining("nobody");
    }
}
