package uk.hustings.local.bench.interleavings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Pairs of writers, a line each, and how often each rule was broken. */
final class InterleavingsTable {

    private static final String HEAD = "%-26s %-26s %11s %8s %15s%n";
    private static final String ROW = "%-26s %-26s %11d %8d %15d%n";

    private final Map<List<Writer>, Line> lines = new LinkedHashMap<>();
    private final Map<String, Integer> broken = new TreeMap<>();

    private static final class Line {
        private int held;
        private int blocked;
        private int contradicted;
    }

    void add(Writer one, Writer other, Outcome outcome) {
        Line line = lines.computeIfAbsent(List.of(one, other), pair -> new Line());
        line.held += outcome.held() == null ? 0 : 1;
        line.blocked += outcome.blocked() ? 1 : 0;
        line.contradicted += outcome.findings().isEmpty() ? 0 : 1;
        outcome.findings().stream().map(Finding::rule).distinct().forEach(rule -> broken.merge(rule, 1, Integer::sum));
    }

    /** Scenarios in which something contradicted. */
    int contradictions() {
        return lines.values().stream().mapToInt(line -> line.contradicted).sum();
    }

    String text() {
        StringBuilder text = new StringBuilder(
                format(HEAD, "first writer", "second writer", "hold points", "waited", "contradictions"));
        lines.forEach((pair, line) ->
                text.append(format(ROW, pair.get(0), pair.get(1), line.held, line.blocked, line.contradicted)));
        int held = lines.values().stream().mapToInt(line -> line.held).sum();
        int blocked = lines.values().stream().mapToInt(line -> line.blocked).sum();
        text.append(format(ROW, lines.size() + " pairs", "", held, blocked, contradictions()));
        broken.forEach((rule, times) -> text.append(format("%5d scenarios contradict: %s%n", times, rule)));
        return text.toString();
    }

    private static String format(String pattern, Object... figures) {
        return String.format(Locale.ROOT, pattern, figures);
    }
}
