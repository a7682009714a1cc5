package uk.hustings.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.hustings.local.data.LoadReport;
import uk.hustings.local.data.Loader;
import uk.hustings.local.data.LoaderSettings;
import uk.hustings.local.suite.App;
import uk.hustings.local.suite.RunningSuite;

/** The data is there; it is loaded again. */
class LoadTwiceTest {

    private static final String ANOTHER = "another-loader";

    @Test
    void loadingAgainCreatesNothing() throws InterruptedException {
        Census before = Census.around(LocalParty.named("exeter"));

        LoadReport report =
                load(LoaderSettings.DEMO_CLIENT, RunningSuite.get().secrets().client(LoaderSettings.DEMO_CLIENT));

        assertThat(report.created()).isZero();
        assertThat(Census.around(LocalParty.named("exeter"))).isEqualTo(before);
    }

    /** The answers of the first load are kept for the loader alone, so that here every row is looked at anew. */
    @Test
    void loadingByAnotherClientFindsEverythingAsItIs() throws InterruptedException {
        Census before = Census.around(LocalParty.named("exeter"));
        Realm.scriptClient(ANOTHER, "not much of a secret", "national-organiser");

        LoadReport report = load(ANOTHER, "not much of a secret");

        assertThat(report.steps())
                .noneSatisfy(step -> assertThat(step.replayed()).isTrue());
        assertThat(report.steps())
                .allSatisfy(
                        step -> assertThat(step.created()).as(step.toString()).isZero());
        // A forecast is ordered, not recorded: there is nothing of it that could be as it was.
        assertThat(report.steps())
                .filteredOn(step -> !step.what().contains("forecast"))
                .hasSize(29)
                .allSatisfy(
                        step -> assertThat(step.unchanged()).as(step.toString()).isPositive());
        assertThat(Census.around(LocalParty.named("exeter"))).isEqualTo(before);
    }

    private static LoadReport load(String client, String secret) throws InterruptedException {
        return new Loader(new LoaderSettings(
                        RunningSuite.projectRoot().resolve("data"),
                        Api.ports().urlOf(App.GATEWAY),
                        Api.ports().tokenEndpoint(),
                        client,
                        secret,
                        List.of(readiness(App.POLLS), readiness(App.CAMPAIGN)),
                        LoaderSettings.DEFAULT_PATIENCE))
                .load(step -> {});
    }

    private static java.net.URI readiness(App app) {
        return Api.ports().urlOf(app).resolve("/q/health/ready");
    }
}
