package uk.hustings.api.follow;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Keeps the newest {@code T} of a source. Reading never waits; whether the copy is fresh enough is the reader's
 * question, asked with {@link #age()}.
 *
 * @param <T> an immutable snapshot
 */
public final class Follower<T> implements AutoCloseable {

    /** Where the snapshots come from. */
    public interface Source<T> {

        /**
         * @param known the snapshot held so far; null at first
         * @return the newest snapshot, or {@code known} itself when nothing changed; fails when the source is gone
         */
        Uni<T> fetch(T known);

        /** An item whenever there may be something new; a heartbeat does no harm. Ended or failed, it is taken up again. */
        Multi<?> signals();
    }

    private static final Logger LOG = Logger.getLogger(Follower.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LAST_RETRY = Duration.ofSeconds(2);

    private record Held<T>(T value, long confirmedNanos) {}

    private final String name;
    private final Source<T> source;
    private final Consumer<T> onChange;
    private final AtomicReference<Held<T>> held = new AtomicReference<>();
    private final Cancellable following;
    private volatile boolean reachable = true;

    private Follower(String name, Source<T> source, Duration every, Consumer<T> onChange) {
        this.name = name;
        this.source = source;
        this.onChange = onChange;
        Multi<Object> signals = Multi.createFrom()
                .<Object>deferred(() -> source.signals().map(signal -> signal))
                .onCompletion()
                .failWith(() -> new IllegalStateException("signals of " + name + " ended"))
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, LAST_RETRY)
                .indefinitely();
        Multi<Object> ticks = Multi.createFrom().ticks().every(every).map(tick -> tick);
        // Only the latest signal matters: what piles up behind a refresh under way is told by the refresh after it.
        this.following = Multi.createBy()
                .merging()
                .streams(Multi.createFrom().<Object>item(0), ticks, signals)
                .onOverflow()
                .dropPreviousItems()
                .onItem()
                .transformToUni(signal -> refresh().onFailure().recoverWithNull())
                .concatenate()
                .subscribe()
                .with(done -> {}, failure -> LOG.errorf(failure, "Following %s ended", name));
    }

    /**
     * Starts to follow.
     *
     * @param every how often to ask when no signal comes
     * @param onChange told of each new snapshot, after it can be read
     */
    public static <T> Follower<T> follow(String name, Source<T> source, Duration every, Consumer<T> onChange) {
        return new Follower<>(name, source, every, onChange);
    }

    /** The newest snapshot; empty until the first one has come. */
    public Optional<T> current() {
        Held<T> now = held.get();
        return now == null ? Optional.empty() : Optional.of(now.value);
    }

    /** Real time since the source last confirmed the snapshot; empty until the first one has come. */
    public Optional<Duration> age() {
        Held<T> now = held.get();
        return now == null ? Optional.empty() : Optional.of(Duration.ofNanos(System.nanoTime() - now.confirmedNanos));
    }

    /** Asks the source now; for a replica that wants to read its own write. */
    public Uni<T> refresh() {
        return Uni.createFrom().deferred(() -> {
            // The snapshot is as old as the question, not as the answer.
            long asked = System.nanoTime();
            Held<T> before = held.get();
            T known = before == null ? null : before.value;
            // Deferred, so that a source that throws is as lost as one whose answer fails.
            return Uni.createFrom()
                    .deferred(() -> source.fetch(known))
                    .invoke(newest -> {
                        reached();
                        if (hold(new Held<>(newest, asked)) && newest != known) {
                            onChange.accept(newest);
                        }
                    })
                    .onFailure()
                    .invoke(this::lost);
        });
    }

    /** Of two answers that overtook each other the one to the later question stays. */
    private boolean hold(Held<T> answer) {
        return held.updateAndGet(
                        other -> other == null || other.confirmedNanos - answer.confirmedNanos <= 0 ? answer : other)
                == answer;
    }

    private void reached() {
        if (!reachable) {
            reachable = true;
            LOG.infof("%s can be reached again", name);
        }
    }

    private void lost(Throwable failure) {
        if (reachable) {
            reachable = false;
            LOG.warnf("%s cannot be reached: %s", name, failure);
        }
    }

    @Override
    public void close() {
        following.cancel();
    }
}
