package uk.hustings.api.response;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import uk.hustings.api.problem.ProblemType;

/** Counts what is under way to clients, in all and by caller, and refuses what would be too much. */
@Singleton
public class ResponseLimits {

    /** Gives back what was taken; further calls do nothing. */
    public interface Hold {
        void release();
    }

    private static final class Share {
        private int open;
        private long bytes;
    }

    private final int maxOpen;
    private final int maxOpenPerCaller;
    private final long maxBytes;
    private final long maxBytesPerCaller;
    private final Share all = new Share();
    private final Map<String, Share> byCaller = new HashMap<>();

    @Inject
    ResponseLimits(ResponseLimitsConfig config) {
        this(
                config.maxOpen(),
                config.maxOpenPerCaller(),
                config.maxBytes().asLongValue(),
                config.maxBytesPerCaller().asLongValue());
    }

    ResponseLimits(int maxOpen, int maxOpenPerCaller, long maxBytes, long maxBytesPerCaller) {
        this.maxOpen = maxOpen;
        this.maxOpenPerCaller = maxOpenPerCaller;
        this.maxBytes = maxBytes;
        this.maxBytesPerCaller = maxBytesPerCaller;
    }

    /**
     * A further request that is to be answered.
     *
     * @throws uk.hustings.api.problem.Problem TOO_MANY_REQUESTS; OVERLOADED
     */
    public Hold open(String caller) {
        return take(caller, 1, 0);
    }

    /**
     * A further body that waits in memory until its client has taken it. One that is larger than all may be together is
     * let through while nothing else waits, or it could never be sent.
     *
     * @throws uk.hustings.api.problem.Problem TOO_MANY_REQUESTS; OVERLOADED
     */
    public Hold hold(String caller, long bytes) {
        return take(caller, 0, bytes);
    }

    /** Requests that are being answered. */
    public synchronized int open() {
        return all.open;
    }

    /** Bytes that wait in memory. */
    public synchronized long bytes() {
        return all.bytes;
    }

    private synchronized Hold take(String caller, int open, long bytes) {
        Share own = byCaller.getOrDefault(caller, new Share());
        if (own.open + open > maxOpenPerCaller) {
            throw ProblemType.TOO_MANY_REQUESTS.because(
                    "Wait for the answers to your other requests: at most %d may be under way."
                            .formatted(maxOpenPerCaller));
        }
        if (exceeds(own, bytes, maxBytesPerCaller)) {
            throw ProblemType.TOO_MANY_REQUESTS.because(
                    "Read the answers to your other requests first: at most %d MiB may wait for you."
                            .formatted(maxBytesPerCaller >> 20));
        }
        if (all.open + open > maxOpen || exceeds(all, bytes, maxBytes)) {
            throw ProblemType.OVERLOADED.because("Too many answers are under way at the moment.");
        }
        add(all, open, bytes);
        add(own, open, bytes);
        byCaller.put(caller, own);
        AtomicBoolean released = new AtomicBoolean();
        return () -> {
            if (released.compareAndSet(false, true)) {
                giveBack(caller, open, bytes);
            }
        };
    }

    private static boolean exceeds(Share share, long further, long most) {
        return further > 0 && share.bytes > 0 && share.bytes + further > most;
    }

    private synchronized void giveBack(String caller, int open, long bytes) {
        Share own = byCaller.get(caller);
        add(all, -open, -bytes);
        add(own, -open, -bytes);
        if (own.open == 0 && own.bytes == 0) {
            byCaller.remove(caller);
        }
    }

    private static void add(Share share, int open, long bytes) {
        share.open += open;
        share.bytes += bytes;
    }
}
