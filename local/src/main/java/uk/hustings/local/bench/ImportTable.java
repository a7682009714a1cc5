package uk.hustings.local.bench;

import java.util.List;
import java.util.Locale;

/** Imports beside copies, a line each. */
final class ImportTable {

    private static final String HEAD = "%-12s %8s %8s  %8s %8s  %10s %10s  %6s %5s%n";
    private static final String ROW = "%-12s %8d %8d  %8.3f %8.3f  %10.0f %10.0f  %6.2f %5s%n";

    private ImportTable() {}

    static String of(ImportRound first, List<ImportRound> warm) {
        StringBuilder text = new StringBuilder(
                format(HEAD, "import", "rows", "polls", "s", "COPY s", "rows/s", "COPY", "ratio", "aim"));
        text.append(row("the first", first, ""));
        for (int round = 0; round < warm.size(); round++) {
            text.append(row("warm %d".formatted(round + 1), warm.get(round), ""));
        }
        return text.append(format(
                        "%-67s %6.2f %5.1f%n", "median of the warm ones", ImportRound.ratio(warm), ImportRound.AIM))
                .toString();
    }

    private static String row(String what, ImportRound round, String aim) {
        return format(
                ROW,
                what,
                round.rows(),
                round.knownBefore(),
                round.importSeconds(),
                round.copySeconds(),
                round.perSecond(),
                round.copiedPerSecond(),
                round.ratio(),
                aim);
    }

    private static String format(String pattern, Object... figures) {
        return String.format(Locale.ROOT, pattern, figures);
    }
}
