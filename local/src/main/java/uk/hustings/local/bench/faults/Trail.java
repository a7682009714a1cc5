package uk.hustings.local.bench.faults;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether answers that each told the sum of a week after their own change can have followed one after the other, in whatever
 * order. If they can, there is a walk from the first sum to the last that takes every change once (an Eulerian trail).
 */
public final class Trail {

    private Trail() {}

    /**
     * One answer.
     *
     * @param change contacts added, or taken away if negative
     * @param after the week's sum as the answer told it
     */
    public record Step(long change, long after) {

        long before() {
            return after - change;
        }
    }

    /**
     * @param from the sum before all of them
     * @param to the sum after all of them
     * @return what cannot be, in words; empty if there is such an order
     */
    public static Optional<String> contradiction(long from, long to, List<Step> steps) {
        Map<Long, Integer> surplus = new HashMap<>();
        Map<Long, Set<Long>> neighbours = new HashMap<>();
        for (Step step : steps) {
            surplus.merge(step.before(), 1, Integer::sum);
            surplus.merge(step.after(), -1, Integer::sum);
            neighbours.computeIfAbsent(step.before(), sum -> new HashSet<>()).add(step.after());
            neighbours.computeIfAbsent(step.after(), sum -> new HashSet<>()).add(step.before());
        }
        surplus.merge(from, -1, Integer::sum);
        surplus.merge(to, 1, Integer::sum);
        for (Map.Entry<Long, Integer> sum : surplus.entrySet()) {
            if (sum.getValue() != 0) {
                return Optional.of("from %d to %d, but %s at %d"
                        .formatted(from, to, sum.getValue() > 0 ? "something begins" : "something ends", sum.getKey()));
            }
        }
        neighbours.keySet().removeAll(reachable(from, neighbours));
        return neighbours.isEmpty()
                ? Optional.empty()
                : Optional.of("from %d nothing leads to %s".formatted(from, neighbours.keySet()));
    }

    private static Set<Long> reachable(long from, Map<Long, Set<Long>> neighbours) {
        Set<Long> seen = new HashSet<>(Set.of(from));
        Deque<Long> open = new ArrayDeque<>(Set.of(from));
        while (!open.isEmpty()) {
            for (Long next : neighbours.getOrDefault(open.poll(), Set.of())) {
                if (seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return seen;
    }
}
