package uk.hustings.campaign;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.hustings.test.Tokens;

/** A row lock that somebody else holds costs those who need the row a 503, and nobody else anything. */
@QuarkusTest
class HeldLockTest {

    private static final String SCOTLAND = "S92000003";
    private static final int SEATS_EACH = 15;
    private static final List<String> LOCAL_PARTIES = List.of("held-lock-a", "held-lock-b");

    @Test
    void writesThatWaitForAHeldRowEndIn503AndReadsAndReadinessGoOn() throws Exception {
        for (String localParty : LOCAL_PARTIES) {
            Campaign.found(localParty, "Held lock", SCOTLAND, seatsOf(localParty));
        }
        String organiser = Tokens.member("local-organiser", LOCAL_PARTIES.get(0));
        ExecutorService callers = Executors.newCachedThreadPool();
        try (Connection holder = Campaign.appConnection()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("select version from lock_feed for update");
            List<Future<Response>> decisions = new ArrayList<>();
            for (String localParty : LOCAL_PARTIES) {
                for (String seat : seatsOf(localParty)) {
                    decisions.add(callers.submit(() -> lock(localParty, seat)));
                }
            }
            Campaign.await("the writers wait for the row", () -> waiters(holder) >= 10);

            Response own =
                    timed(Duration.ofSeconds(2), () -> Campaign.as(organiser).get("/v1/campaign/access/me"));
            Response ready = timed(Duration.ofSeconds(1), () -> given().get("/q/health/ready"));

            assertThat(own.statusCode()).isEqualTo(200);
            assertThat(ready.statusCode()).isEqualTo(200);
            for (Future<Response> decision : decisions) {
                assertThat(decision.get().statusCode()).isEqualTo(503);
                assertThat(decision.get().header("Retry-After")).isNotNull();
                assertThat(decision.get().<String>path("type")).isEqualTo("/problems/overloaded");
            }
            holder.rollback();
        } finally {
            callers.shutdownNow();
        }

        assertThat(lock(LOCAL_PARTIES.get(0), seatsOf(LOCAL_PARTIES.get(0))[0]).statusCode())
                .isEqualTo(201);
    }

    private static String[] seatsOf(String localParty) {
        int first = 10 + SEATS_EACH * LOCAL_PARTIES.indexOf(localParty);
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
