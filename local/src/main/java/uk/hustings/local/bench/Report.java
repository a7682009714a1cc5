package uk.hustings.local.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures as people read them. */
final class Report {

    private final Machine machine = new Machine();

    String of(List<Scale> scales) {
        StringBuilder text = new StringBuilder();
        text.append(machine.told());
        for (Scale scale : scales) {
            text.append(of(scale));
        }
        List<String> missed = missed(scales);
        text.append(missed.isEmpty() ? "All aims are reached." : "MISSED: " + String.join("; ", missed));
        return text.toString();
    }

    /** The aims that were missed with the real number of seats; what is generated only shows what growth costs. */
    static List<String> missed(List<Scale> scales) {
        List<String> missed = new ArrayList<>();
        for (Scale scale : scales) {
            if (scale.times() > 1) {
                continue;
            }
            for (Comparison comparison : scale.comparisons()) {
                if (comparison.missesAim()) {
                    missed.add(format("%s %.2f < %.1f", comparison.read(), comparison.ratio(), comparison.aim()));
                }
            }
            if (scale.heapBytes() >= Scale.HEAP_AIM) {
                missed.add(format("facts in memory %.1f MiB", scale.heapMebibytes()));
            }
        }
        return missed;
    }

    private static String of(Scale scale) {
        StringBuilder text = new StringBuilder(format(
                "%n%d times the seats (%d): facts in memory %.1f MiB, rebuilt in %.3f s; "
                        + "a list of 50 not asked for before: p50 %.0f µs, p99 %.0f µs%n%n",
                scale.times(),
                scale.seats(),
                scale.heapMebibytes(),
                scale.rebuildSeconds(),
                scale.firstList().percentileMicros(50),
                scale.firstList().percentileMicros(99)));
        text.append(ComparisonTable.of(scale.comparisons()));
        return text.toString();
    }

    private static String format(String pattern, Object... figures) {
        return String.format(Locale.ROOT, pattern, figures);
    }
}
