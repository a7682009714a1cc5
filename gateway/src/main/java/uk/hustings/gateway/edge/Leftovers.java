package uk.hustings.gateway.edge;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/**
 * The rest of a body that was refused. A connection closed while its client is still sending loses the answer, so the
 * rest is read and thrown away, for a while.
 */
public final class Leftovers {

    private static final long BYTES = 8L << 20;
    private static final long MILLISECONDS = 5_000;

    private final Vertx vertx = Vertx.currentContext().owner();
    private final HttpServerRequest request;
    private final boolean closing;
    private long read;

    private Leftovers(HttpServerRequest request, boolean closing) {
        this.request = request;
        this.closing = closing;
    }

    /** @param closing whether the connection goes even if the client does finish */
    public static void discard(HttpServerRequest request, boolean closing) {
        if (request.isEnded()) {
            if (closing) {
                request.connection().close();
            }
            return;
        }
        new Leftovers(request, closing).start();
    }

    private void start() {
        long patience = vertx.setTimer(MILLISECONDS, late -> close());
        request.exceptionHandler(gone -> stop(patience));
        request.handler(chunk -> {
            read += chunk.length();
            if (read > BYTES) {
                stop(patience);
                close();
            }
        });
        request.endHandler(ended -> {
            stop(patience);
            if (closing) {
                close();
            }
        });
        request.resume();
    }

    private void stop(long patience) {
        vertx.cancelTimer(patience);
    }

    private void close() {
        request.connection().close();
    }
}
