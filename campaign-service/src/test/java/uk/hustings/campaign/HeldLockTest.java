package uk.hustings.campaign;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.hustings.test.Tokens;

/** A row lock that somebody else holds costs those who need the row a 503, and nobody else anything. */
@QuarkusTest
class HeldLockTest {

    private static final String SCOTLAND = "S92000003";
    private static final int SEATS_EACH = 15;
    private static final String LAST_SEAT = "S14000045";
    private static final List<String> LOCAL_PARTIES = List.of("held-lock-a", "held-lock-b");

    @Test
    void writesThatWaitForAHeldRowEndIn503AndReadsAndReadinessGoOn() throws Exception {
        for (String localParty : LOCAL_PARTIES) {
            Campaign.found(localParty, "Held lock", SCOTLAND, seatsOf(localParty));
        }
        Campaign.found("held-lock-c", "Held lock", SCOTLAND, LAST_SEAT);
        String organiser = Tokens.member("local-organiser", LOCAL_PARTIES.get(0));
        ExecutorService callers = Executors.newCachedThreadPool();
        try (Connection holder = Campaign.appConnection()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("select version from lock_feed for update");
            CompletionService<Response> decisions = new ExecutorCompletionService<>(callers);
            int number = 0;
            for (String localParty : LOCAL_PARTIES) {
                for (String seat : seatsOf(localParty)) {
                    decisions.submit(() -> lock(localParty, seat));
                    number++;
                }
            }
            Campaign.await("the writers wait for the row", () -> waiters(holder) >= 10);

            Response own =
                    timed(Duration.ofSeconds(4), () -> Campaign.as(organiser).get("/v1/campaign/access/me"));
            Response ready = timed(Duration.ofSeconds(1), () -> given().get("/q/health/ready"));

            assertThat(own.statusCode()).isEqualTo(200);
            assertThat(ready.statusCode()).isEqualTo(200);
            Response refused = decisions.take().get();
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isNotNull();
            assertThat(refused.<String>path("type")).isEqualTo("/problems/overloaded");

            holder.rollback();
            for (int answered = 1; answered < number; answered++) {
                assertThat(decisions.take().get().statusCode()).isIn(201, 503);
            }
        } finally {
            callers.shutdownNow();
        }

        assertThat(lock("held-lock-c", LAST_SEAT).statusCode()).isEqualTo(201);
    }

    private static String[] seatsOf(String localParty) {
        int first = 15 + SEATS_EACH * LOCAL_PARTIES.indexOf(localParty);
        return IntStream.range(first, first + SEATS_EACH)
                .mapToObj("S140000%02d"::formatted)
                .toArray(String[]::new);
    }

    private static Response lock(String localParty, String seat) {
        return Campaign.post(
                Tokens.nationalOrganiser(), "/v1/campaign/access/decisions", """
                {"localParty":"%s","seatCode":"%s","outcome":"locked","reason":"Needed elsewhere"}
                """.formatted(localParty, seat));
    }

    private static Response timed(Duration limit, Supplier<Response> request) {
        long begun = System.nanoTime();
        Response response = request.get();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(limit);
        return response;
    }

    private static int waiters(Connection holder) {
        try (var rows = holder.createStatement()
                .executeQuery(
                        "select count(*) from pg_locks where not granted and locktype in ('transactionid', 'tuple')")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
