package uk.hustings.api.spool;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import uk.hustings.api.limit.BodyLimit;
import uk.hustings.api.problem.ProblemType;

/** A body that is arriving: piece by piece to the disk, and no piece is asked for before the one before is written. */
public final class Inflow {

    private final RoutingContext context;
    private final Context caller = Vertx.currentContext();
    private final String path;
    private final Promise<SpooledBody> whole = Promise.promise();
    private Future<Spool> written;
    private long bytes;

    private Inflow(RoutingContext context, String path) {
        this.context = context;
        this.path = path;
    }

    /**
     * Takes in the body of a request that nobody has begun to read. To be called on the event loop.
     *
     * @param path says how large the body may be
     * @return the body; fails with BODY_TOO_LARGE, or with BROKEN_BODY if the sender hangs up before the end; no file
     *     stays then
     */
    public static Uni<SpooledBody> of(RoutingContext context, String path) {
        return Uni.createFrom()
                .completionStage(() -> new Inflow(context, path).spooled().toCompletionStage());
    }

    private Future<SpooledBody> spooled() {
        HttpServerRequest request = context.request().pause();
        if (context.response().closed()) {
            return Future.failedFuture(brokenOff());
        }
        Future<Spool> opened = caller.executeBlocking(Spool::open);
        written = opened;
        if (request.isEnded()) {
            finish();
        } else {
            request.exceptionHandler(gone -> whole.tryFail(brokenOff()));
            request.handler(this::write);
            request.endHandler(end -> finish());
            letComeIn(request);
        }
        return whole.future().onFailure(failure -> {
            opened.onSuccess(Inflow::discard);
            hangUpAfterwards();
        });
    }

    private void letComeIn(HttpServerRequest request) {
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            context.response().writeContinue();
        }
        request.fetch(1);
    }

    private void write(Buffer piece) {
        bytes += piece.length();
        if (bytes > BodyLimit.limitFor(path)) {
            whole.tryFail(BodyLimit.tooLarge(path));
            return;
        }
        written = written.compose(spool -> caller.executeBlocking(() -> spool.write(piece.getBytes())));
        written.onSuccess(done -> context.request().fetch(1)).onFailure(whole::tryFail);
    }

    private void finish() {
        written.map(Spool::body).onSuccess(whole::tryComplete).onFailure(whole::tryFail);
    }

    /** What is still on its way is not waited for. */
    private void hangUpAfterwards() {
        HttpServerResponse response = context.response();
        if (!response.closed() && !response.headWritten()) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            context.addEndHandler(told -> context.request().connection().close());
        }
    }

    private static void discard(Spool spool) {
        try {
            spool.close();
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        }
    }

    private static RuntimeException brokenOff() {
        return ProblemType.BROKEN_BODY.because("The body broke off before its end; nothing was written.");
    }
}
