package uk.hustings.api.kept;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What the service could do at best: a bare HTTP server in the same JVM that knows nothing but some answers of the
 * service by heart. {@code POST} of a path and query, with any headers, has it learn what the service answers a GET with
 * them; {@code GET} says it again. It has no router, no metrics, no identity, and runs on threads of its own, as many as
 * the service has.
 */
@Singleton
public class StaticPeer {

    private final StaticPeerConfig config;
    private final int servicePort;
    private final int threads;
    private final Map<String, KeptAnswer> answers = new ConcurrentHashMap<>();
    private Vertx vertx;

    StaticPeer(
            StaticPeerConfig config,
            @ConfigProperty(name = "quarkus.http.port") int servicePort,
            Vertx serviceThreads) {
        this.config = config;
        this.servicePort = servicePort;
        this.threads =
                (int) StreamSupport.stream(serviceThreads.nettyEventLoopGroup().spliterator(), false)
                        .count();
    }

    void start(@Observes StartupEvent started) {
        if (config.port() > 0) {
            vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(threads));
            vertx.deployVerticle(Server::new, new DeploymentOptions().setInstances(threads))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (vertx != null) {
            vertx.close();
        }
    }

    private final class Server extends AbstractVerticle {

        private HttpClient client;

        @Override
        public void start(Promise<Void> listening) {
            client = vertx.createHttpClient();
            vertx.createHttpServer()
                    .requestHandler(this::answer)
                    .listen(config.port(), "localhost")
                    .<Void>mapEmpty()
                    .onComplete(listening);
        }

        private void answer(HttpServerRequest request) {
            if (request.method() == HttpMethod.POST) {
                learn(request.uri(), request.headers())
                        .onSuccess(done -> request.response().end())
                        .onFailure(
                                failure -> request.response().setStatusCode(502).end());
                return;
            }
            KeptAnswer answer = answers.get(request.uri());
            if (answer == null) {
                request.response().setStatusCode(404).end();
            } else {
                answer.send(request.response());
            }
        }

        private Future<?> learn(String uri, MultiMap headers) {
            return client.request(HttpMethod.GET, servicePort, "localhost", uri)
                    .compose(question -> {
                        question.headers().addAll(headers).remove(HttpHeaders.CONTENT_LENGTH);
                        return question.send();
                    })
                    .compose(told -> told.body().onSuccess(body -> {
                        MultiMap sent = told.headers();
                        answers.put(
                                uri,
                                new KeptAnswer(this, told.statusCode(), "", KeptAnswer.headersOf(sent), body, null));
                    }));
        }
    }
}
