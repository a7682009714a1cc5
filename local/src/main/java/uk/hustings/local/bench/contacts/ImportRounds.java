package uk.hustings.local.bench.contacts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import uk.hustings.local.bench.Median;

/**
 * Imports of one size beside COPY of the rows that each has written, round for round; in seconds.
 *
 * @param known rows that the table of counts had before
 * @param rows of each import
 */
record ImportRounds(long known, int rows, List<Double> service, List<Double> copy) {

    static final double AIM = 0.3;

    static final String HEAD = String.format(
            Locale.ROOT,
            "%-26s %9s %8s %9s %9s %6s %13s %4s%n",
            "imports",
            "rows",
            "of",
            "rows/s",
            "COPY/s",
            "ratio",
            "least - most",
            "aim");

    double ratio() {
        return Median.of(ratios());
    }

    String row() {
        double[] ratios = ratios();
        return String.format(
                Locale.ROOT,
                "%-26s %9d %8d %9.0f %9.0f %6.2f %6.2f - %4.2f %4.1f%n",
                "",
                known,
                rows,
                rows
                        / Median.of(
                                service.stream().mapToDouble(seconds -> seconds).toArray()),
                rows / Median.of(copy.stream().mapToDouble(seconds -> seconds).toArray()),
                ratio(),
                Arrays.stream(ratios).min().orElseThrow(),
                Arrays.stream(ratios).max().orElseThrow(),
                AIM);
    }

    private double[] ratios() {
        return IntStream.range(0, copy.size())
                .mapToDouble(round -> copy.get(round) / service.get(round))
                .toArray();
    }
}
