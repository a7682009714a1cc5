package uk.hustings.gateway.edge;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/**
 * The rest of a body that was refused. A connection closed while its client is still sending loses the answer, so the
 * rest is read and thrown away, for a while.
 */
public final class Leftovers {

    private static final long BYTES = 8L << 20;
    private static final long MILLISECONDS = 5_000;

    private final Vertx vertx = Vertx.currentContext().owner();
    private final HttpServerRequest request;
    private final Consumer<Boolean> then;
    private long read;
    private long patience;
    private boolean over;

    private Leftovers(HttpServerRequest request, Consumer<Boolean> then) {
        this.request = request;
        this.then = then;
    }

    /** @param then told once whether the client came to its end; if not, the connection is of no further use */
    public static void discard(HttpServerRequest request, Consumer<Boolean> then) {
        if (request.isEnded()) {
            then.accept(true);
        } else {
            new Leftovers(request, then).start();
        }
    }

    private void start() {
        patience = vertx.setTimer(MILLISECONDS, late -> end(false));
        request.exceptionHandler(gone -> end(false));
        request.endHandler(ended -> end(true));
        request.handler(chunk -> {
            read += chunk.length();
            if (read > BYTES) {
                end(false);
            }
        });
        request.resume();
    }

    private void end(boolean whole) {
        if (!over) {
            over = true;
            vertx.cancelTimer(patience);
            then.accept(whole);
        }
    }
}
