package uk.hustings.local.bench;

import java.util.List;
import java.util.Locale;

/** Reads of the service beside those of its static peer, a line each. */
final class ComparisonTable {

    private static final String HEAD = "%-22s %7s %10s %10s %6s %5s  %8s %8s %8s  %7s %7s%n";
    private static final String ROW = "%-22s %7d %10.0f %10.0f %6.2f %5s  %8.0f %8.0f %8.0f  %7.1f %7.1f%n";

    private ComparisonTable() {}

    static String of(List<Comparison> comparisons) {
        StringBuilder text = new StringBuilder(format(
                HEAD, "read", "bytes", "service", "static", "ratio", "aim", "p50", "p99", "static99", "cpu", "static"));
        for (Comparison comparison : comparisons) {
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
