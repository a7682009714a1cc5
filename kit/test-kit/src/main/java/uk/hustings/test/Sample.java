package uk.hustings.test;

import java.util.Random;

/**
 * A random part of the cases of a slow test; {@code ./hustings test --slow} takes all of them. The seed is printed, and
 * {@code -Dhustings.test.seed=NUMBER} takes the same part again.
 */
public final class Sample {

    /** Whether all cases of slow tests are wanted. */
    public static final boolean SLOW = Boolean.getBoolean("hustings.test.slow");

    private static final String SEED = "hustings.test.seed";

    private final int oneIn;
    private final Random random;

    private Sample(int oneIn, long seed) {
        this.oneIn = oneIn;
        this.random = new Random(seed);
    }

    /** @param cases of which about one is taken */
    public static Sample oneIn(int cases) {
        long seed = seed();
        System.out.printf("One case in %d, from the seed %d%n", SLOW ? 1 : cases, seed);
        return new Sample(cases, seed);
    }

    /** The seed that was asked for, or another one at each call. */
    public static long seed() {
        return Long.getLong(SEED, System.nanoTime());
    }

    /** Whether the next case is taken. */
    public boolean takesNext() {
        return random.nextInt(oneIn) == 0 || SLOW;
    }
}
