package uk.hustings.api.follow;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import java.time.Duration;

/**
 * Tells followers that there may be something new. A heartbeat goes out every few seconds, so that a follower notices
 * an announcer that is gone.
 */
public final class Announcer {

    /** Between two heartbeats; a follower gives up after three. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(3);

    private final BroadcastProcessor<String> changes = BroadcastProcessor.create();

    /** @param version what is new now; only a hint, the collection itself is asked for */
    public void announce(String version) {
        changes.onNext(version);
    }

    /** For one follower: changes as they come, and heartbeats. */
    public Multi<String> stream() {
        return Multi.createBy()
                .merging()
                .streams(
                        changes.onOverflow().dropPreviousItems(),
                        Multi.createFrom()
                                .ticks()
                                .every(HEARTBEAT)
                                .onOverflow()
                                .drop()
                                .map(tick -> "heartbeat"));
    }

    /** The same stream on the follower's side: fails when three heartbeats are missed. */
    public static <E> Multi<E> watched(Multi<E> stream) {
        return stream.ifNoItem().after(HEARTBEAT.multipliedBy(3)).fail();
    }
}
