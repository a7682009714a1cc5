package uk.hustings.local.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures as people read them. */
final class Report {

    private static final String HEAD = "%-22s %7s %10s %10s %6s %5s  %8s %8s %8s  %7s %7s%n";
    private static final String ROW = "%-22s %7d %10.0f %10.0f %6.2f %5s  %8.0f %8.0f %8.0f  %7.1f %7.1f%n";

    private final double loadBefore =
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();

    String of(List<Scale> scales) {
        StringBuilder text = new StringBuilder();
        text.append(machine());
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

    private String machine() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return format(
                "%n%d processors (%s), Java %s. Client and service share them. Load before %.1f, now %.1f.%n"
                        + "32 connections, no pipelining; medians of rounds taken in turns. Requests per second; times in µs.%n",
                system.getAvailableProcessors(),
                system.getArch(),
                System.getProperty("java.version"),
                loadBefore,
                system.getSystemLoadAverage());
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
        text.append(format(
                HEAD, "read", "bytes", "service", "static", "ratio", "aim", "p50", "p99", "static99", "cpu", "static"));
        for (Comparison comparison : scale.comparisons()) {
            text.append(format(
                    ROW,
                    comparison.read(),
                    comparison.bytes(),
                    Comparison.median(
                            comparison.service(), side -> side.figures().perSecond()),
                    Comparison.median(comparison.peer(), side -> side.figures().perSecond()),
                    comparison.ratio(),
                    Double.isNaN(comparison.aim()) ? "" : format("%.1f", comparison.aim()),
                    Comparison.median(
                            comparison.service(), side -> side.figures().percentileMicros(50)),
                    Comparison.median(
                            comparison.service(), side -> side.figures().percentileMicros(99)),
                    Comparison.median(comparison.peer(), side -> side.figures().percentileMicros(99)),
                    Comparison.median(comparison.service(), Comparison.Side::processorMicros),
                    Comparison.median(comparison.peer(), Comparison.Side::processorMicros)));
        }
        return text.toString();
    }

    private static String format(String pattern, Object... figures) {
        return String.format(Locale.ROOT, pattern, figures);
    }
}
