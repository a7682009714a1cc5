package uk.hustings.local.bench.interleavings;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Pairs of writers, a line each, and how often each rule was broken. */
final class InterleavingsTable {

    private static final String HEAD = "%-56s %11s %8s %15s%n";
    private static final String ROW = "%-56s %11d %8d %15d%n";

    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Map<String, Integer> broken = new TreeMap<>();

    private final Map<Writer, Map<Integer, Integer>> answers = new EnumMap<>(Writer.class);

    private static final class Line {
        private int held;
        private int blocked;
        private int contradicted;
    }

    void add(Outcome outcome) {
        Line line = lines.computeIfAbsent(outcome.writers(), writers -> new Line());
        line.held += outcome.held() == null ? 0 : 1;
        line.blocked += outcome.blocked() ? 1 : 0;
        line.contradicted += outcome.findings().isEmpty() ? 0 : 1;
        outcome.acts().forEach(act -> answers.computeIfAbsent(act.writer(), writer -> new TreeMap<>())
                .merge(act.answer().status(), 1, Integer::sum));
        outcome.findings().stream().map(Finding::rule).distinct().forEach(rule -> broken.merge(rule, 1, Integer::sum));
    }

    /** Scenarios in which something contradicted. */
    int contradictions() {
        return lines.values().stream().mapToInt(line -> line.contradicted).sum();
    }

    String text() {
        StringBuilder text = new StringBuilder(format(HEAD, "writers", "hold points", "waited", "contradictions"));
        lines.forEach((writers, line) -> text.append(format(ROW, writers, line.held, line.blocked, line.contradicted)));
        int held = lines.values().stream().mapToInt(line -> line.held).sum();
        int blocked = lines.values().stream().mapToInt(line -> line.blocked).sum();
        text.append(format(ROW, lines.size() + " pairs", held, blocked, contradictions()));
        text.append("answers, by status:\n");
        answers.forEach((writer, statuses) -> text.append(format("  %-26s %s%n", writer, statuses)));
        broken.forEach((rule, times) -> text.append(format("%5d scenarios contradict: %s%n", times, rule)));
        return text.toString();
    }

    private static String format(String pattern, Object... figures) {
        return String.format(Locale.ROOT, pattern, figures);
    }
}
