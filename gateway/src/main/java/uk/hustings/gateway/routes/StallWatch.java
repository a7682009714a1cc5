package uk.hustings.gateway.routes;

import io.vertx.core.Vertx;
import java.time.Duration;

/** Notices when nothing has moved for too long. Moves are cheap: the timer looks up only when it is due. */
final class StallWatch {

    private final Vertx vertx;
    private final long patienceNanos;
    private final Runnable stalled;
    private long lastMove = System.nanoTime();
    private long timer;
    private boolean over;

    /** @param stalled run once, on the thread of the request */
    StallWatch(Vertx vertx, Duration patience, Runnable stalled) {
        this.vertx = vertx;
        this.patienceNanos = patience.toNanos();
        this.stalled = stalled;
        lookAgainIn(patienceNanos);
    }

    void moved() {
        lastMove = System.nanoTime();
    }

    void end() {
        over = true;
        vertx.cancelTimer(timer);
    }

    private void lookAgainIn(long nanos) {
        timer = vertx.setTimer(Math.max(1, nanos / 1_000_000), due -> look());
    }

    private void look() {
        long left = patienceNanos - (System.nanoTime() - lastMove);
        if (over) {
            return;
        }
        if (left > 0) {
            lookAgainIn(left);
        } else {
            over = true;
            stalled.run();
        }
    }
}
