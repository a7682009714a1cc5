package uk.hustings.gateway.routes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.hustings.api.limit.RequestLimits;
import uk.hustings.gateway.FakeService;
import uk.hustings.gateway.GatewayTest;
import uk.hustings.gateway.Wire;
import uk.hustings.test.Tokens;

/** Each limit at the limit and one past it, with the low limits of the test configuration. */
@QuarkusTest
class LimitTest extends GatewayTest {

    private static final String STREAM = "GET /v1/forecasts/1/events HTTP/1.1\r\n";
    private static final String READ = "GET /v1/polls HTTP/1.1\r\n";
    private static final String UPLOAD = "POST /v1/polls HTTP/1.1\r\nContent-Length: 1000\r\n";

    private static final String IMPORT = "POST /v1/polls/imports.csv HTTP/1.1\r\nContent-Length: 1\r\n";

    @Inject
    LimitConfig limits;

    @Inject
    RequestLimits requests;

    private final List<Wire> wires = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Wire wire : wires) {
            wire.close();
        }
    }

    @Test
    void oneCallersEventStreamsAreLimitedAndOthersAreUnaffected() throws Exception {
        try (FakeService polls = FakeService.answering(services.pollsUrl(), LimitTest::streamOrEcho)) {
            List<Wire> streams = openStreams("anna", limits.eventStreamsPerCaller());

            assertRefused(open("anna", STREAM), 429, "too-many-requests", "event streams");
            openStreams("bert", 1);
            assertThat(answer(open("anna", READ))).startsWith("HTTP/1.1 200 ");

            streams.get(0).close();
            Thread.sleep(200);
            openStreams("anna", 1);
        }
    }

    @Test
    void anonymousCallersAreToldApartByTheirAddress() throws Exception {
        try (FakeService polls = FakeService.answering(services.pollsUrl(), LimitTest::streamOrEcho)) {
            openStreams(null, limits.eventStreamsPerCaller());

            assertRefused(open(null, STREAM), 429, "too-many-requests", "event streams");
            openStreams("anna", 1);
        }
    }

    @Test
    void aServicesEventStreamsAreLimitedAndOrdinaryRequestsGoOn() throws Exception {
        try (FakeService polls = FakeService.answering(services.pollsUrl(), LimitTest::streamOrEcho)) {
            for (int i = 0; i < limits.eventStreamsPerService(); i++) {
                openStreams("caller-" + i, 1);
            }

            assertRefused(open("one-more", STREAM), 503, "overloaded", "polls");
            given().get("/v1/polls").then().statusCode(200);
            given().get("/q/health/ready").then().statusCode(200);
        }
    }

    @Test
    void oneCallersRequestsAreLimitedAndOthersAreUnaffected() throws Exception {
        Reached reached = new Reached();
        try (FakeService polls = FakeService.answering(services.pollsUrl(), reached::hold)) {
            for (int i = 0; i < limits.requestsPerCaller(); i++) {
                open("anna", READ);
            }
            reached.await(limits.requestsPerCaller());

            assertRefused(open("anna", READ), 429, "too-many-requests", "requests");
            open("bert", READ);
            reached.await(limits.requestsPerCaller() + 1);
        }
    }

    @Test
    void aServicesRequestsAreLimitedAndOtherServicesAndHealthAreUnaffected() throws Exception {
        Reached reached = new Reached();
        try (FakeService polls = FakeService.answering(services.pollsUrl(), reached::hold);
                FakeService seats = FakeService.echoing(services.seatsUrl())) {
            for (int i = 0; i < limits.requestsPerService(); i++) {
                open("caller-" + i, READ);
            }
            reached.await(limits.requestsPerService());

            assertRefused(open("one-more", READ), 503, "overloaded", "polls");
            given().get("/v1/seats").then().statusCode(200);
            given().get("/q/health/live").then().statusCode(200);
        }
    }

    @Test
    void importsAreLimitedPerCallerAndPerService() throws Exception {
        Reached reached = new Reached();
        try (FakeService polls = FakeService.answering(services.pollsUrl(), reached::hold)) {
            for (int i = 0; i < limits.importsPerCaller(); i++) {
                open("anna", IMPORT).send("x");
            }
            reached.await(limits.importsPerCaller());

            assertRefused(open("anna", IMPORT), 429, "too-many-requests", "imports");
            while (reached.number() < limits.importsPerService()) {
                int before = reached.number();
                open("caller-" + before, IMPORT).send("x");
                reached.await(before + 1);
            }
            assertRefused(open("bert", IMPORT), 503, "overloaded", "polls");
        }
    }

    @Test
    void oneCallersSlowBodiesAreLimitedAndOthersAreUnaffected() throws Exception {
        Reached reached = new Reached();
        try (FakeService polls = FakeService.answering(services.pollsUrl(), reached::hold)) {
            List<Wire> slow = new ArrayList<>();
            for (int i = 0; i <= limits.slowBodiesPerCaller(); i++) {
                slow.add(upload("anna"));
                reached.await(i + 1);
            }
            Wire other = upload("bert");

            assertRefused(slow.get(slow.size() - 1), 429, "too-many-requests", "arrive slowly");
            Thread.sleep(100);
            assertThat(other.isSilent()).isTrue();
            assertThat(slow.get(0).isSilent()).isTrue();
        }
    }

    @Test
    void aServicesSlowBodiesAreLimited() throws Exception {
        Reached reached = new Reached();
        try (FakeService polls = FakeService.answering(services.pollsUrl(), reached::hold)) {
            Wire last = null;
            for (int i = 0; i <= limits.slowBodiesPerService(); i++) {
                last = upload("caller-" + i);
                reached.await(i + 1);
            }

            assertRefused(last, 503, "overloaded", "polls");
        }
    }

    @Test
    void connectionsAtWorkAreLimitedAndHealthIsAnsweredBeyond() throws Exception {
        while (wires.size() < requests.connections()) {
            // Answered, but not at its end while the rest of its body may come.
            open(null, "POST /nowhere HTTP/1.1\r\nContent-Length: 1000\r\n").readUntil("}");
        }

        assertRefused(
                open(null, "GET /nowhere HTTP/1.1\r\nOrigin: https://map.example\r\n"),
                503,
                "overloaded",
                "connections");
        assertThat(answer(open(null, "GET /q/health/live HTTP/1.1\r\n"))).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void idleConnectionsMakeRoomForNewOnes() throws Exception {
        for (int i = 0; i < requests.connections(); i++) {
            open(null, "GET /nowhere HTTP/1.1\r\n").readUntil("}");
        }

        assertThat(answer(open(null, "GET /nowhere HTTP/1.1\r\n"))).startsWith("HTTP/1.1 404 ");
        assertThat(wires.get(0).readToEnd()).isEmpty();
    }

    private List<Wire> openStreams(String account, int number) throws IOException {
        List<Wire> streams = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Wire wire = open(account, STREAM);
            assertThat(wire.readUntil("0\n\n", "}")).startsWith("HTTP/1.1 200 ");
            streams.add(wire);
        }
        return streams;
    }

    /** @param account null for nobody */
    private Wire open(String account, String request) throws IOException {
        Wire wire = new Wire(gateway);
        wires.add(wire);
        if (!request.isEmpty()) {
            wire.send(request + "Host: gateway\r\n");
            if (account != null) {
                wire.send("Authorization: Bearer " + Tokens.of(account).sign() + "\r\n");
            }
            wire.send("\r\n");
        }
        return wire;
    }

    /** Its body begins and does not go on. */
    private Wire upload(String account) throws IOException {
        Wire wire = open(account, UPLOAD);
        wire.send("x");
        return wire;
    }

    private static String answer(Wire wire) throws IOException {
        return wire.readUntil("\r\n\r\n");
    }

    private static void assertRefused(Wire wire, int status, String problem, String detail) throws IOException {
        assertThat(wire.readUntil("}"))
                .startsWith("HTTP/1.1 " + status + " ")
                .containsIgnoringCase("retry-after: 1")
                .contains("/problems/" + problem)
                .contains(detail);
    }

    private static void streamOrEcho(HttpServerRequest request) {
        if (request.path().endsWith("/events")) {
            request.response()
                    .setChunked(true)
                    .putHeader("Content-Type", "text/event-stream")
                    .write("data: 0\n\n");
        } else {
            FakeService.echo(request);
        }
    }

    /** A service that takes requests and answers none. */
    private static final class Reached {

        private final AtomicInteger number = new AtomicInteger();

        void hold(HttpServerRequest request) {
            number.incrementAndGet();
        }

        int number() {
            return number.get();
        }

        void await(int expected) throws InterruptedException {
            for (int tries = 0; number.get() < expected && tries < 100; tries++) {
                Thread.sleep(20);
            }
            assertThat(number).hasValue(expected);
        }
    }
}
