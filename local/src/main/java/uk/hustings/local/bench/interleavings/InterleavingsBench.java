package uk.hustings.local.bench.interleavings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import uk.hustings.local.bench.BenchFailed;

/** Plays all pairs of writers with all hold points, or as many as there is time for. */
public final class InterleavingsBench {

    private final Path projectRoot;
    private final Consumer<String> progress;

    /** @param progress is given what is being done and what was found */
    public InterleavingsBench(Path projectRoot, Consumer<String> progress) {
        this.projectRoot = projectRoot;
        this.progress = progress;
    }

    private record Pair(Writer one, Writer other) {}

    /**
     * Plays pairs in an order that the seed decides.
     *
     * @param longest after which no further pair is begun, counted from when the replicas run
     * @param some names of the writers that are paired; empty for all
     * @return whether nothing contradicted anything
     * @throws BenchFailed if there is no writer of such a name
     */
    public boolean run(long seed, Duration longest, List<String> some) {
        List<Pair> pairs = shuffled(seed, writers(some));
        InterleavingsTable table = new InterleavingsTable();
        try (TwoReplicas replicas =
                        TwoReplicas.start(projectRoot, projectRoot.resolve(".hustings/interleavings"), progress);
                Scenarios scenarios = new Scenarios(replicas)) {
            long end = System.nanoTime() + longest.toNanos();
            progress.accept("%d pairs of writers in the order of the seed %d".formatted(pairs.size(), seed));
            for (Pair pair : pairs) {
                if (System.nanoTime() >= end) {
                    break;
                }
                scenarios.eachHoldPoint(pair.one(), List.of(pair.other()), 1, outcome -> {
                    table.add(outcome);
                    if (!outcome.findings().isEmpty()) {
                        progress.accept(outcome.story());
                    }
                });
            }
        }
        progress.accept(table.text());
        return table.contradictions() == 0;
    }

    private static List<Writer> writers(List<String> some) {
        List<Writer> all = List.of(Writer.values());
        List<String> known = all.stream().map(Writer::toString).toList();
        if (!known.containsAll(some)) {
            throw new BenchFailed("The writers are " + String.join(", ", known) + ".");
        }
        return some.isEmpty()
                ? all
                : all.stream()
                        .filter(writer -> some.contains(writer.toString()))
                        .toList();
    }

    private static List<Pair> shuffled(long seed, List<Writer> writers) {
        List<Pair> pairs = new ArrayList<>();
        for (Writer one : writers) {
            for (Writer other : writers) {
                pairs.add(new Pair(one, other));
            }
        }
        Collections.shuffle(pairs, new Random(seed));
        return pairs;
    }
}
