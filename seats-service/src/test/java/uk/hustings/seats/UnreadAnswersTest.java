package uk.hustings.seats;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.hustings.api.response.ResponseLimits;
import uk.hustings.api.response.ResponseLimitsConfig;
import uk.hustings.test.SilentClient;

/** Clients that ask for large answers and do not read them stop nobody else. */
@QuarkusTest
class UnreadAnswersTest {

    private static final String EXPORT = "/v1/elections/ge2010/results.csv";
    private static final String ATTACKER = "203.0.113.9";
    private static final int CLIENTS = 150;

    private final List<SilentClient> clients = new ArrayList<>();

    @TestHTTPResource
    URI service;

    @Inject
    ResponseLimits limits;

    @Inject
    ResponseLimitsConfig config;

    @BeforeEach
    void importRealData() {
        Imported.once();
        awaitThat(() -> limits.open() == 0 && limits.bytes() == 0);
    }

    @AfterEach
    void leave() {
        clients.forEach(SilentClient::close);
    }

    @Test
    void ofOneCallerSoManyWaitAndTheOthersAreAnswered() {
        connect(CLIENTS, n -> ATTACKER);
        awaitThat(() -> limits.bytes() > 0);

        assertThat(limits.bytes())
                .isLessThanOrEqualTo(config.maxBytesPerCaller().asLongValue());
        given().get("/v1/seats/E14000653").then().statusCode(200);
        given().get(EXPORT).then().statusCode(200);
        given().header("X-Forwarded-For", ATTACKER)
                .get(EXPORT)
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("type", is("/problems/too-many-requests"));

        leave();
        awaitThat(() -> limits.bytes() == 0 && limits.open() == 0);
        given().header("X-Forwarded-For", ATTACKER).get(EXPORT).then().statusCode(200);
    }

    @Test
    void manyCallersTogetherTakeNoMoreThanTheLimitEither() {
        connect(2 * CLIENTS, n -> "198.51.%d.%d".formatted(n / 250, n % 250));
        awaitThat(() -> limits.bytes() > 0);

        given().get("/v1/seats/E14000653").then().statusCode(200);
        assertThat(limits.bytes()).isLessThanOrEqualTo(config.maxBytes().asLongValue());
        leave();
        awaitThat(() -> limits.bytes() == 0 && limits.open() == 0);
        given().get(EXPORT).then().statusCode(200);
    }

    @Test
    void whoReadsNothingForTooLongLosesTheConnection() {
        SilentClient client = connect(1, n -> ATTACKER).get(0);
        awaitThat(() -> limits.bytes() > 0);
        awaitThat(() -> limits.bytes() == 0);

        int whole = given().get(EXPORT).asByteArray().length;
        assertThat(client.readToTheEnd().length).isPositive().isLessThan(whole);
    }

    @Test
    void theNextRequestOfAConnectionWaitsUntilTheAnswersBeforeAreRead() {
        SilentClient client = new SilentClient(service);
        clients.add(client);
        for (int n = 0; n < 200; n++) {
            client.get("/v1/seats?limit=200", ATTACKER);
        }
        awaitThat(() -> limits.bytes() > 0 || limits.open() > 0);

        assertThat(limits.bytes()).isLessThan(1 << 20);
        assertThat(client.readStatusLine()).contains("200");
    }

    @Test
    void anExportThatIsReadIsWhole() {
        RestAssuredConfig undecoded = RestAssuredConfig.config()
                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());
        Response plain = given().config(undecoded).get(EXPORT);

        assertThat(plain.asByteArray()).hasSize(Integer.parseInt(plain.header("Content-Length")));
        assertThat(given().header("Accept-Encoding", "gzip").get(EXPORT).asString())
                .isEqualTo(plain.asString());
        given().header("If-None-Match", plain.header("ETag")).get(EXPORT).then().statusCode(304);
        given().head(EXPORT).then().statusCode(200);
    }

    private List<SilentClient> connect(int count, IntFunction<String> addressOf) {
        for (int n = 0; n < count; n++) {
            SilentClient client = new SilentClient(service);
            clients.add(client);
            client.get(EXPORT, addressOf.apply(n));
        }
        return clients;
    }

    private static void awaitThat(BooleanSupplier fact) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!fact.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            try {
                Thread.sleep(20);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
