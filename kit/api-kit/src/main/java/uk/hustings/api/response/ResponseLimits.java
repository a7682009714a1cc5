package uk.hustings.api.response;

import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;

/** Counts what is under way to clients, in all and by caller, and refuses what would be too much. */
@Singleton
public class ResponseLimits {

    /** Gives back what was taken; further calls do nothing. */
    public interface Hold {
        void release();
    }

    /** What is under way, to all or to one. */
    private static final class Share {
        private int open;
        private long bytes;
        private final Map<Buffer, Integer> bodies = new IdentityHashMap<>();

        /** Bytes that a further body would take: what is being sent already is in memory only once. */
        long bytesOf(PacedBody body) {
            boolean isNew = body.shared() != null && !bodies.containsKey(body.shared());
            return body.heldBytes() + (isNew ? body.shared().length() : 0);
        }

        void add(PacedBody body) {
            bytes += bytesOf(body);
            if (body.shared() != null) {
                bodies.merge(body.shared(), 1, Integer::sum);
            }
        }

        void remove(PacedBody body) {
            if (body.shared() != null) {
                bodies.computeIfPresent(body.shared(), (same, count) -> count == 1 ? null : count - 1);
            }
            bytes -= bytesOf(body);
        }
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
    public synchronized Hold open(String caller) {
        Share own = byCaller.getOrDefault(caller, new Share());
        if (own.open >= maxOpenPerCaller) {
            throw ProblemType.TOO_MANY_REQUESTS.because(
                    "Wait for the answers to your other requests: at most %d may be under way."
                            .formatted(maxOpenPerCaller));
        }
        if (all.open >= maxOpen) {
            throw tooMuchUnderWay();
        }
        return hold(caller, own, share -> share.open++, share -> share.open--);
    }

    /**
     * A further body that is in memory until its client has taken it. One that is larger than all may be together is
     * let through while nothing else waits, or it could never be sent.
     *
     * @throws uk.hustings.api.problem.Problem TOO_MANY_REQUESTS; OVERLOADED
     */
    synchronized Hold hold(String caller, PacedBody body) {
        Share own = byCaller.getOrDefault(caller, new Share());
        if (exceeds(own, body, maxBytesPerCaller)) {
            throw ProblemType.TOO_MANY_REQUESTS.because(
                    "Read the answers to your other requests first: at most %d MiB may wait for you."
                            .formatted(maxBytesPerCaller >> 20));
        }
        if (exceeds(all, body, maxBytes)) {
            throw tooMuchUnderWay();
        }
        return hold(caller, own, share -> share.add(body), share -> share.remove(body));
    }

    /** Requests that are being answered. */
    public synchronized int open() {
        return all.open;
    }

    /** Bytes that wait in memory. */
    public synchronized long bytes() {
        return all.bytes;
    }

    private static boolean exceeds(Share share, PacedBody body, long most) {
        return share.bytes > 0 && share.bytes + share.bytesOf(body) > most;
    }

    private static Problem tooMuchUnderWay() {
        return ProblemType.OVERLOADED.because("Too many answers are under way at the moment.");
    }

    private Hold hold(String caller, Share own, Consumer<Share> take, Consumer<Share> giveBack) {
        take.accept(all);
        take.accept(own);
        byCaller.put(caller, own);
        AtomicBoolean released = new AtomicBoolean();
        return () -> {
            if (released.compareAndSet(false, true)) {
                release(caller, own, giveBack);
            }
        };
    }

    private synchronized void release(String caller, Share own, Consumer<Share> giveBack) {
        giveBack.accept(all);
        giveBack.accept(own);
        if (own.open == 0 && own.bytes == 0) {
            byCaller.remove(caller);
        }
    }
}
