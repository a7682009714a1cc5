package uk.hustings.local.e2e;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting with an end. */
final class Wait {

    private static final long BETWEEN_LOOKS_NANOS = Duration.ofMillis(10).toNanos();

    private Wait() {}

    /**
     * Looks again and again until it is so; fails if it is not so within the limit. What cannot be looked at, because the
     * suite does not answer at all, is not so yet.
     *
     * @return how long it took
     */
    static Duration until(Duration limit, String what, BooleanSupplier so) {
        long begun = System.nanoTime();
        while (!isSo(so)) {
            if (System.nanoTime() - begun > limit.toNanos()) {
                fail("Not within %d ms: %s", limit.toMillis(), what);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        if (took.compareTo(limit) > 0) {
            fail("Took %d ms, not %d: %s", took.toMillis(), limit.toMillis(), what);
        }
        return took;
    }

    private static boolean isSo(BooleanSupplier so) {
        try {
            return so.getAsBoolean();
        } catch (AssertionError notYet) {
            return false;
        }
    }
}
