package uk.hustings.api.kept;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.hustings.api.conditional.AnswerKeeper;

/** With a stand-in for REST that counts how often it is asked. */
class AnswerFromMemoryTest {

    private static final String TAG = "\"t\"";

    private record State(long version, LocalDate day) {}

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile State state = new State(1, LocalDate.of(2015, 4, 14));
    private volatile Runnable meanwhile = () -> {};
    private Vertx vertx;
    private HttpServer server;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        Router router = Router.router(vertx);
        Edition edition = () -> Optional.ofNullable(state);
        router.route().handler(new AnswerFromMemory(new KeptAnswers(1 << 20), edition, null));
        router.route().handler(this::rest);
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aQuestionIsAskedOnce() throws Exception {
        HttpResponse<String> first = get("/seats");

        assertThat(first.body()).isEqualTo("answer 1");
        HttpResponse<String> second = get("/seats");
        assertThat(second.body()).isEqualTo("answer 1");
        assertThat(second.headers()).isEqualTo(first.headers());
        assertThat(get("/seats?limit=1").body()).isEqualTo("answer 2");
        assertThat(get("/seats", "Accept", "text/csv").body()).isEqualTo("answer 3");
        assertThat(get("/seats", "Accept-Encoding", "gzip").headers().firstValue("content-encoding"))
                .contains("gzip");
        assertThat(asked).hasValue(4);
    }

    @Test
    void newFactsAndAnotherDayAreAnsweredAnew() throws Exception {
        get("/seats");
        state = new State(2, state.day());
        assertThat(get("/seats").body()).isEqualTo("answer 2");
        state = new State(2, state.day().plusDays(1));
        assertThat(get("/seats").body()).isEqualTo("answer 3");
        assertThat(get("/seats").body()).isEqualTo("answer 3");
    }

    @Test
    void anAnswerMadeWhileTheFactsChangedIsNotKept() throws Exception {
        meanwhile = () -> state = new State(2, state.day());
        get("/seats");
        meanwhile = () -> {};

        assertThat(get("/seats").body()).isEqualTo("answer 2");
        state = new State(1, state.day());
        assertThat(get("/seats").body()).isEqualTo("answer 3");
    }

    @Test
    void nothingIsKeptWhileThereIsNothingToAnswerFrom() throws Exception {
        state = null;
        get("/seats");
        get("/seats");

        assertThat(asked).hasValue(2);
    }

    @Test
    void whoHasTheAnswerIsToldSoFromMemory() throws Exception {
        assertThat(get("/seats", "If-None-Match", TAG).statusCode()).isEqualTo(304);
        assertThat(get("/seats", "If-None-Match", TAG).statusCode()).isEqualTo(304);
        assertThat(asked).hasValue(1);

        assertThat(get("/seats", "If-None-Match", "\"old\"").body()).isEqualTo("answer 2");
        assertThat(get("/seats", "If-None-Match", "\"old\"").body()).isEqualTo("answer 2");
        assertThat(get("/seats").body()).isEqualTo("answer 2");
        assertThat(asked).hasValue(2);
    }

    @Test
    void callersWithTokensFailuresAndOtherMethodsAreNeverAnsweredFromMemory() throws Exception {
        get("/seats");
        get("/seats", "Authorization", "Bearer x");
        get("/seats", "Authorization", "Bearer x");
        get("/missing");
        get("/missing");
        http.send(
                HttpRequest.newBuilder(uri("/seats"))
                        .POST(HttpRequest.BodyPublishers.ofString("x"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(asked).hasValue(6);
    }

    /** Does what the entity-tag filter does, for whatever is asked. */
    private void rest(RoutingContext context) {
        Buffer body = Buffer.buffer("answer " + asked.incrementAndGet());
        meanwhile.run();
        if (context.request().path().equals("/missing")) {
            context.response().setStatusCode(404).end(body);
            return;
        }
        Optional<AnswerKeeper> keeper = AnswerKeeper.of(context);
        context.response().putHeader("ETag", TAG);
        if (TAG.equals(context.request().getHeader("If-None-Match"))) {
            keeper.ifPresent(waiting -> waiting.keepNotModified(TAG));
            context.response().setStatusCode(304).end();
        } else {
            Buffer encoded = keeper.map(waiting -> Buffer.buffer(waiting.encoded(body.getBytes())))
                    .orElse(body);
            keeper.flatMap(AnswerKeeper::coding)
                    .ifPresent(coding -> context.response().putHeader("Content-Encoding", coding));
            keeper.ifPresent(waiting -> waiting.keep(TAG, encoded));
            context.response().end(encoded);
        }
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + server.actualPort() + path);
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
