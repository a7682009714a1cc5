package uk.hustings.local.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the loader behaves towards answers that the real suite seldom gives; the rest is shown against the real one. */
class LoaderTest {

    static {
        // Else each answer of the JDK's server waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /**
     * Parties, 2 of seats, 5 of how they lie, 7 general elections, by-elections, holders, 6 of polls, local parties, resources, 2 of
     * spending, electorates.
     */
    private static final int IMPORTS = 30;

    private static final String ACCEPTED = "{\"created\":1,\"unchanged\":0,\"warnings\":[]}";

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private HttpServer suite;
    private volatile int seatsCopied = 650;
    private volatile int unavailableFor;

    @BeforeEach
    void start() throws IOException {
        suite = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        suite.createContext("/token", exchange -> answer(exchange, 200, "{\"access_token\":\"of-the-loader\"}"));
        suite.createContext("/v1", this::accept);
        suite.createContext("/ready", exchange -> {
            calls.add("ready");
            answer(exchange, 200, """
                    {"status":"UP","checks":[{"name":"seats-snapshot","status":"UP","data":{"seats":%d}}]}
                    """.formatted(seatsCopied));
            seatsCopied = 650;
        });
        suite.start();
    }

    @AfterEach
    void stop() {
        suite.stop(0);
    }

    @Test
    void partiesSeatsElectionsAndHoldersComeFirstAndThenWhatSpeaksOfSeats() throws InterruptedException {
        LoadReport report = load();

        assertThat(calls)
                .hasSize(IMPORTS + 1)
                .startsWith(
                        "/v1/parties/imports",
                        "/v1/seats/imports",
                        "/v1/seats/imports",
                        "/v1/seats/postcode-centroids/imports",
                        "/v1/seats/postcode-centroids/imports",
                        "/v1/seats/neighbours/imports",
                        "/v1/seats/neighbours/imports",
                        "/v1/seats/successors/imports",
                        "/v1/elections/imports")
                .endsWith(
                        "/v1/elections/imports.csv",
                        "/v1/seats/holder-events/imports",
                        "ready",
                        "/v1/polls/imports.csv",
                        "/v1/polls/imports.csv",
                        "/v1/polls/imports.csv",
                        "/v1/polls/imports.csv",
                        "/v1/polls/imports.csv",
                        "/v1/polls/imports.csv",
                        "/v1/evidence/imports",
                        "/v1/forecasts",
                        "/v1/campaign/local-parties/imports",
                        "/v1/campaign/resources/imports.csv",
                        "/v1/campaign/spending/returns/imports",
                        "/v1/campaign/spending/returns/imports",
                        "/v1/campaign/spending/electorates/imports");
        assertThat(report.created()).isEqualTo(IMPORTS);
    }

    @Test
    void nothingThatSpeaksOfSeatsIsSentBeforeTheyAreCopied() throws InterruptedException {
        seatsCopied = 12;
        load();

        assertThat(calls)
                .containsSequence("/v1/seats/holder-events/imports", "ready", "ready", "/v1/polls/imports.csv");
    }

    @Test
    void loadingAgainSendsTheSameKeysAndReportsNothingNew() throws InterruptedException {
        load();
        LoadReport again = load();

        assertThat(keys).hasSize(IMPORTS);
        assertThat(again.created()).isZero();
        assertThat(again.steps()).allMatch(LoadReport.Step::replayed);
        assertThat(again.steps().get(0)).hasToString("parties: loaded before");
    }

    @Test
    void aServiceThatIsAwayForAMomentIsAskedAgain() throws InterruptedException {
        unavailableFor = 2;

        assertThat(load().created()).isEqualTo(IMPORTS);
        assertThat(calls).startsWith("/v1/parties/imports", "/v1/parties/imports", "/v1/parties/imports");
    }

    @Test
    void aRefusalStopsTheLoadAndTellsEachFault() {
        suite.createContext("/v1/elections", exchange -> answer(exchange, 422, """
                {"type":"/problems/invalid-input","title":"Some of what was sent cannot be accepted","status":422,
                 "detail":"1 faults; nothing was written.",
                 "errors":[{"pointer":"/contests/3/candidates","detail":"add up to 10, not 11"}]}
                """));

        assertThatThrownBy(this::load)
                .isInstanceOf(LoadRefused.class)
                .hasMessage(
                        "General election 2005, notional on the boundaries of 2010 refused (/v1/elections/imports): 422 Some of what was sent cannot be"
                                + " accepted. 1 faults; nothing was written."
                                + "\n  /contests/3/candidates: add up to 10, not 11");
        assertThat(calls).hasSize(8).endsWith("/v1/seats/successors/imports");
    }

    @Test
    void aRefusedClientIsNamedAndItsSecretIsNot() {
        suite.removeContext("/token");
        suite.createContext("/token", exchange -> answer(exchange, 401, "{\"error\":\"invalid_client\"}"));

        assertThatThrownBy(this::load)
                .isInstanceOf(LoadRefused.class)
                .hasMessageContaining("hustings-loader")
                .hasMessageContaining("invalid_client")
                .hasMessageNotContaining("kept to itself");
        assertThat(settings().toString()).doesNotContain("kept to itself");
    }

    private LoadReport load() throws InterruptedException {
        List<String> progress = new ArrayList<>();
        LoadReport report = new Loader(settings()).load(progress::add);
        assertThat(progress).hasSize(report.steps().size());
        return report;
    }

    private LoaderSettings settings() {
        URI base = URI.create("http://localhost:" + suite.getAddress().getPort());
        return new LoaderSettings(
                Path.of("..", "data"),
                base,
                base.resolve("/token"),
                LoaderSettings.DEMO_CLIENT,
                "kept to itself",
                List.of(base.resolve("/ready")),
                Duration.ofSeconds(20));
    }

    private void accept(HttpExchange exchange) throws IOException {
        calls.add(exchange.getRequestURI().getPath());
        if (unavailableFor > 0) {
            unavailableFor--;
            answer(exchange, 503, "upstream away");
            return;
        }
        assertThat(exchange.getRequestHeaders().getFirst("Authorization")).isEqualTo("Bearer of-the-loader");
        if (!keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"))) {
            exchange.getResponseHeaders().add("Idempotency-Replayed", "true");
        }
        answer(exchange, 201, ACCEPTED);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
