package uk.hustings.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.hustings.local.suite.App;
import uk.hustings.local.suite.RunningSuite;

/** campaign-service is there and says nothing, so that nobody can tell which seats are locked. */
class StaleLocksTest {

    private static final Duration STALE = Duration.ofSeconds(40);

    @Test
    void withoutFreshLocksNobodyWhomALockCouldConcernSeesPrivatePolls() {
        LocalParty exeter = LocalParty.named("exeter");
        String poll = exeter.privatePoll();
        String publicPoll = Api.anybody().get("/v1/polls?limit=1").path("items[0].pollId");
        String list = "/v1/polls?seat=" + exeter.seatCode();
        String organiser = exeter.organiser().freshToken();
        Api.with(organiser).get(list).then().statusCode(200);
        signal("STOP");
        CompletableFuture<Response> unanswered =
                CompletableFuture.supplyAsync(() -> Api.with(organiser).get("/v1/campaign/access/me"));

        Wait.until(
                STALE,
                "the list of polls is refused",
                () -> list(organiser, list).statusCode() == 503);

        Api.with(organiser)
                .get(list)
                .then()
                .statusCode(503)
                .contentType(Api.PROBLEM)
                .body("type", is("/problems/locks-stale"));
        Api.with(organiser).get("/v1/polls/" + poll).then().statusCode(503);
        Api.with(organiser).get("/v1/polls/" + publicPoll).then().statusCode(200);
        for (RequestSpecification other : new RequestSpecification[] {Api.anybody(), Api.as(Account.HQ)}) {
            other.get(list).then().statusCode(200);
        }
        Api.at(App.POLLS).get("/q/health/ready").then().statusCode(200);
        assertThat(unanswered.join().statusCode()).isIn(503, 504);
        assertThat(unanswered.join().contentType()).isEqualTo(Api.PROBLEM);
    }

    @AfterEach
    void goOn() {
        signal("CONT");
        String organiser = Account.organiserOf("exeter").token();
        Wait.until(
                Duration.ofSeconds(15),
                "the locks are known again",
                () -> list(organiser, "/v1/polls").statusCode() == 200);
        Wait.until(
                Duration.ofSeconds(15),
                "campaign-service answers",
                () -> Api.with(organiser).get("/v1/campaign/access/me").statusCode() == 200);
    }

    private static Response list(String token, String path) {
        return Api.with(token).get(path);
    }

    private static void signal(String name) {
        long victim = RunningSuite.get()
                .process(App.CAMPAIGN.module())
                .map(ProcessHandle::pid)
                .orElseThrow();
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(victim))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
