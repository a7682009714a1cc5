package uk.hustings.campaign.contact;

import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.hustings.campaign.Campaign;
import uk.hustings.test.Tokens;

/** Somebody works on the same key, and commits when this request has looked for an answer and found none. */
@QuarkusTest
class KeptMeanwhileTest {

    private static final String BANBURY = "E14000539";
    private static final String REPORTER = Tokens.member("canvasser", "banbury", BANBURY);
    private static final String BODY = "{\"counts\":[{\"day\":\"2015-04-13\",\"channel\":\"phone\",\"contacts\":3}]}";
    private static final String REFUSED = BODY.replace("2015-04-13", "2015-05-13");

    @BeforeEach
    void foundTheLocalParty() {
        Campaign.found("banbury", "Banbury", Contacts.SOUTH_EAST, BANBURY);
    }

    @Test
    void theAnswerOfTheOtherIsGivenAndNothingCountsTwice() throws Exception {
        Response first = Contacts.report(REPORTER, BANBURY, BODY);
        int before = phoned();

        Response second = whileTheOtherCommits("body_digest");

        second.then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("batchId", is(first.<String>path("batchId")));
        Contacts.weeks(REPORTER, BANBURY).then().body("items[0].byChannel.phone", is(before));
    }

    @Test
    void anotherBodyUnderTheKeyIsRefused() throws Exception {
        Contacts.report(REPORTER, BANBURY, BODY);
        int before = phoned();

        whileTheOtherCommits("'of another body'")
                .then()
                .statusCode(422)
                .body("type", is("/problems/idempotency-key-reused"));

        Contacts.weeks(REPORTER, BANBURY).then().body("items[0].byChannel.phone", is(before));
    }

    @Test
    void whoeverIsTooEarlyForTheAnswerIsToldToWait() throws Exception {
        Contacts.report(REPORTER, BANBURY, BODY);
        int before = phoned();
        String key = UUID.randomUUID().toString();
        CompletableFuture<Response> first;
        try (Connection other = Campaign.appConnection()) {
            other.setAutoCommit(false);
            other.createStatement()
                    .execute("select 1 from contact_week where seat_code = '" + BANBURY + "' for update");
            first = CompletableFuture.supplyAsync(() -> report(key));
            awaitSomebodyWaiting(other, "transactionid");

            for (String body : List.of(BODY, REFUSED)) {
                report(key, body)
                        .then()
                        .statusCode(409)
                        .header("Retry-After", "1")
                        .body("type", is("/problems/idempotency-key-in-flight"));
            }

            other.commit();
        }
        first.get().then().statusCode(201);
        report(key)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body(is(first.get().asString()));
        Contacts.weeks(REPORTER, BANBURY).then().body("items[0].byChannel.phone", is(before + 3));
    }

    @Test
    void noRefusalIsGivenWhileNobodyCanTellWhatWasAnsweredBefore() throws Exception {
        String key = UUID.randomUUID().toString();
        CompletableFuture<Response> refused;
        try (Connection other = Campaign.appConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table kept_reply in access exclusive mode");
            refused = CompletableFuture.supplyAsync(() -> report(key, REFUSED));
            awaitSomebodyWaiting(other, "relation");

            other.createStatement().execute("""
                    select pg_terminate_backend(pid) from pg_locks
                    where not granted and relation = 'kept_reply'::regclass
                    """);

            refused.get().then().statusCode(503).header("Retry-After", "1").body("type", is("/problems/not-ready"));
        }
        report(key, REFUSED).then().statusCode(422).body("type", is("/problems/invalid-input"));
    }

    private static Response report(String key) {
        return report(key, BODY);
    }

    private static Response report(String key, String body) {
        return Campaign.post(REPORTER, "/v1/campaign/seats/" + BANBURY + "/contacts", body, key);
    }

    private static int phoned() {
        return Contacts.weeks(REPORTER, BANBURY).path("items[0].byChannel.phone");
    }

    /**
     * Sends the report while an answer to it lies uncommitted in the database.
     *
     * @param digest SQL for what the other's body was
     */
    private static Response whileTheOtherCommits(String digest) throws Exception {
        String key = UUID.randomUUID().toString();
        try (Connection other = Campaign.appConnection()) {
            other.setAutoCommit(false);
            try (PreparedStatement kept = other.prepareStatement("""
                    insert into kept_reply (caller, route, idempotency_key, body_digest, status, location, body)
                    select caller, route, ?, %s, status, location, body from kept_reply
                    where route like '%%' || ? || '/contacts' order by kept_at limit 1
                    """.formatted(digest))) {
                kept.setString(1, key);
                kept.setString(2, BANBURY);
                kept.executeUpdate();
            }
            CompletableFuture<Response> answer = CompletableFuture.supplyAsync(() -> report(key));
            awaitSomebodyWaiting(other, "transactionid");
            other.commit();
            return answer.get();
        }
    }

    private static void awaitSomebodyWaiting(Connection other, String forWhat) {
        Campaign.await("the report waits for the other", () -> {
            try (var waiting = other.createStatement()
                    .executeQuery("select exists (select 1 from pg_locks where not granted and locktype = '%s')"
                            .formatted(forWhat))) {
                return waiting.next() && waiting.getBoolean(1);
            } catch (SQLException refused) {
                throw new IllegalStateException(refused);
            }
        });
    }
}
