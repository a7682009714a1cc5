package uk.hustings.gateway.routes;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;

/** A body on its way through, counted while it passes: one that grows too large stops there. */
final class MeteredBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> source;
    private final long limit;
    private final Runnable moved;
    private Handler<Throwable> failed = cause -> {};
    private long bytes;
    private boolean heldBack = true;
    private boolean ended;
    private boolean abandoned;

    /**
     * @param limit bytes that may pass
     * @param moved told of every piece
     */
    MeteredBody(ReadStream<Buffer> source, long limit, Runnable moved) {
        this.source = source;
        this.limit = limit;
        this.moved = moved;
    }

    /** What the caller is told about a body of more than {@code limit} bytes. */
    static Problem tooLarge(long limit) {
        return ProblemType.BODY_TOO_LARGE.because(
                "This operation accepts bodies of up to %d MiB.".formatted(limit >> 20));
    }

    boolean isTooLarge() {
        return bytes > limit;
    }

    boolean hasEnded() {
        return ended;
    }

    /** From now on the source is somebody else's: nothing that is still to be tidied up here touches it. */
    void abandon() {
        abandoned = true;
    }

    /** Whether it is the sender's turn: there is more to come, and nobody here keeps it waiting. */
    boolean isAwaitingMore() {
        return !ended && !heldBack;
    }

    @Override
    public MeteredBody handler(Handler<Buffer> handler) {
        if (abandoned) {
            return this;
        }
        source.handler(handler == null ? null : chunk -> pass(chunk, handler));
        return this;
    }

    private void pass(Buffer chunk, Handler<Buffer> handler) {
        if (isTooLarge()) {
            return;
        }
        bytes += chunk.length();
        moved.run();
        if (isTooLarge()) {
            failed.handle(tooLarge(limit));
        } else {
            handler.handle(chunk);
        }
    }

    @Override
    public MeteredBody exceptionHandler(Handler<Throwable> handler) {
        failed = handler == null ? cause -> {} : handler;
        if (!abandoned) {
            source.exceptionHandler(handler);
        }
        return this;
    }

    @Override
    public MeteredBody endHandler(Handler<Void> handler) {
        if (abandoned) {
            return this;
        }
        source.endHandler(
                handler == null
                        ? null
                        : end -> {
                            ended = true;
                            moved.run();
                            handler.handle(end);
                        });
        return this;
    }

    @Override
    public MeteredBody pause() {
        heldBack = true;
        if (!abandoned) {
            source.pause();
        }
        return this;
    }

    @Override
    public MeteredBody resume() {
        heldBack = false;
        if (!abandoned) {
            source.resume();
        }
        return this;
    }

    @Override
    public MeteredBody fetch(long amount) {
        heldBack = false;
        if (!abandoned) {
            source.fetch(amount);
        }
        return this;
    }
}
