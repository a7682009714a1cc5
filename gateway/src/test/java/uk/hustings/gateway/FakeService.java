package uk.hustings.gateway;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A real server in a service's place, that does what a test wants. */
public final class FakeService implements AutoCloseable {

    private static final Vertx VERTX = Vertx.vertx();

    private final Supplier<Future<Void>> close;

    private FakeService(Supplier<Future<Void>> close) {
        this.close = close;
    }

    /** Speaks HTTP. */
    public static FakeService answering(URI url, Handler<HttpServerRequest> handler) {
        HttpServer server = VERTX.createHttpServer().requestHandler(handler);
        await(server.listen(url.getPort()));
        return new FakeService(server::close);
    }

    /** Says in its answer what it was asked. */
    public static FakeService echoing(URI url) {
        return answering(url, FakeService::echo);
    }

    /** Speaks whatever the test writes. */
    public static FakeService speaking(URI url, Handler<NetSocket> handler) {
        NetServer server = VERTX.createNetServer().connectHandler(handler);
        await(server.listen(url.getPort()));
        return new FakeService(server::close);
    }

    public static void echo(HttpServerRequest request) {
        request.body().onSuccess(body -> request.response()
                .putHeader("Content-Type", "application/json")
                .end(heard(request, body)));
    }

    private static Buffer heard(HttpServerRequest request, Buffer body) {
        JsonObject headers = new JsonObject();
        request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        return new JsonObject()
                .put("port", request.localAddress().port())
                .put("method", request.method().name())
                .put("uri", request.uri())
                .put("headers", headers)
                .put("bytes", body.length())
                .toBuffer();
    }

    public static void later(long milliseconds, Runnable task) {
        VERTX.setTimer(milliseconds, due -> task.run());
    }

    @Override
    public void close() {
        await(close.get());
        // The gateway's pool learns a moment later that its connections are gone.
        await(VERTX.timer(50).mapEmpty());
    }

    private static void await(Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
