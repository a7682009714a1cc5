package uk.hustings.local.bench.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Who is killed in which round and when: all of it follows from one seed. */
public final class FaultPlan {

    private static final Duration EARLIEST = Duration.ofMillis(300);
    private static final Duration LATEST = Duration.ofMillis(2_500);

    private FaultPlan() {}

    /**
     * One round.
     *
     * @param number from 0
     * @param after the beginning of the round comes the kill
     * @param seed of what the workers do
     */
    public record Fault(int number, Victim victim, Duration after, long seed) {}

    /**
     * @param rounds 1 or more
     * @return as many; of three in a row, counted from the first, each is of another kind
     */
    public static List<Fault> of(long seed, int rounds) {
        Random random = new Random(seed);
        List<Fault> plan = new ArrayList<>();
        List<Victim> next = new ArrayList<>();
        for (int number = 0; number < rounds; number++) {
            if (next.isEmpty()) {
                next.addAll(List.of(Victim.values()));
                Collections.shuffle(next, random);
            }
            long span = LATEST.minus(EARLIEST).toMillis();
            Duration after = EARLIEST.plusMillis(random.nextInt((int) span + 1));
            plan.add(new Fault(number, next.remove(0), after, random.nextLong()));
        }
        return List.copyOf(plan);
    }
}
