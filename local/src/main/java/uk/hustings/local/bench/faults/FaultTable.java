package uk.hustings.local.bench.faults;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import uk.hustings.local.bench.Median;

/** Rounds by kind of fault, a line each. */
final class FaultTable {

    private static final String HEAD = "%-18s %7s %8s %11s %9s %11s %10s  %8s %8s  %9s %9s%n";
    private static final String ROW = "%-18s %7d %8.0f %11.0f %9.0f %11.0f %10.0f  %8.1f %8.1f  %9.1f %9.1f%n";

    private FaultTable() {}

    static String of(List<RoundFigures> rounds) {
        StringBuilder text = new StringBuilder(format(
                HEAD,
                "killed",
                "rounds",
                "reports",
                "withdrawals",
                "decisions",
                "turned away",
                "sent again",
                "back s",
                "worst",
                "agreed s",
                "worst"));
        for (Victim victim : Victim.values()) {
            List<RoundFigures> his =
                    rounds.stream().filter(round -> round.victim() == victim).toList();
            if (!his.isEmpty()) {
                text.append(format(
                        ROW,
                        victim,
                        his.size(),
                        sum(his, RoundFigures::reports),
                        sum(his, RoundFigures::withdrawals),
                        sum(his, RoundFigures::decisions),
                        sum(his, RoundFigures::turnedAway),
                        sum(his, RoundFigures::sentAgain),
                        median(his, RoundFigures::backSeconds),
                        worst(his, RoundFigures::backSeconds),
                        median(his, RoundFigures::agreedSeconds),
                        worst(his, RoundFigures::agreedSeconds)));
            }
        }
        return text.toString();
    }

    private static double sum(List<RoundFigures> rounds, ToDoubleFunction<RoundFigures> figure) {
        return rounds.stream().mapToDouble(figure).sum();
    }

    private static double median(List<RoundFigures> rounds, ToDoubleFunction<RoundFigures> figure) {
        return Median.of(rounds.stream().mapToDouble(figure).toArray());
    }

    private static double worst(List<RoundFigures> rounds, ToDoubleFunction<RoundFigures> figure) {
        return rounds.stream().mapToDouble(figure).max().orElse(Double.NaN);
    }

    private static String format(String pattern, Object... figures) {
        return String.format(Locale.ROOT, pattern, figures);
    }
}
