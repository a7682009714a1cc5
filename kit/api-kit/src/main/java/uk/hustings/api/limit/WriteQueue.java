package uk.hustings.api.limit;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.sql.DatabaseConfig;

/**
 * Lets so many writes work at a time that connections are left for reads: writes can wait for each other's locks, reads wait for
 * nobody. The others wait here for their turn.
 */
@ApplicationScoped
public class WriteQueue {

    private final Queue<Turn> waiting = new ArrayDeque<>();
    private final int mostWaiting;
    private final long waitMillis;
    private int free;

    WriteQueue(
            DatabaseConfig config,
            @ConfigProperty(name = "quarkus.datasource.reactive.max-size", defaultValue = "20") int connections) {
        this.free = Math.max(1, connections - config.keptForReads());
        this.mostWaiting = config.waiting();
        this.waitMillis = config.connectionWait().toMillis();
    }

    /**
     * Does the work when its turn has come. Once asked for, it is done to its end even if the caller hangs up: that must not
     * roll back what is about to commit.
     *
     * @throws Problem OVERLOADED if too many wait, or the turn did not come in time
     */
    public <T> Uni<T> run(Supplier<Uni<T>> work) {
        return turn().chain(() ->
                        Uni.createFrom().<T>deferred(work::get).onTermination().invoke(this::end))
                .memoize()
                .indefinitely();
    }

    private Uni<Void> turn() {
        return Uni.createFrom().emitter(emitter -> {
            Turn turn = new Turn(emitter, Vertx.currentContext());
            switch (enter(turn)) {
                case NOW -> emitter.complete(null);
                case LATER ->
                    turn.context.owner().setTimer(waitMillis, late -> {
                        if (leave(turn)) {
                            emitter.fail(tooBusy());
                        }
                    });
                case NEVER -> emitter.fail(tooBusy());
            }
        });
    }

    private synchronized Entry enter(Turn turn) {
        if (free > 0) {
            free--;
            return Entry.NOW;
        }
        if (waiting.size() >= mostWaiting) {
            return Entry.NEVER;
        }
        waiting.add(turn);
        return Entry.LATER;
    }

    private synchronized boolean leave(Turn turn) {
        return waiting.remove(turn);
    }

    private void end() {
        Turn next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                free++;
            }
        }
        if (next != null) {
            next.begin();
        }
    }

    private static Problem tooBusy() {
        return ProblemType.OVERLOADED.because(
                "Too many writes wait for the database. Send it again, a POST with the same Idempotency-Key.");
    }

    private enum Entry {
        NOW,
        LATER,
        NEVER
    }

    private static final class Turn {

        private final UniEmitter<? super Void> emitter;
        private final Context context;

        Turn(UniEmitter<? super Void> emitter, Context context) {
            this.emitter = emitter;
            this.context = context;
        }

        /** On the context of its request: sessions may be opened nowhere else. */
        void begin() {
            context.runOnContext(now -> emitter.complete(null));
        }
    }
}
