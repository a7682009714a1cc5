package uk.hustings.local.bench.contacts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import uk.hustings.local.bench.Figures;
import uk.hustings.local.bench.Median;

/**
 * Reports one by one, beside the same transaction by pgbench, round for round.
 *
 * @param rows that the table of counts had before
 * @param peer transactions per second
 */
record WriterRounds(long rows, int writers, List<Figures> service, List<Double> peer) {

    static final double AIM = 0.5;

    static final String HEAD = String.format(
            Locale.ROOT,
            "%-26s %9s %8s %9s %9s %6s %13s %4s  %8s %8s%n",
            "reports one by one",
            "rows",
            "writers",
            "service/s",
            "pgbench/s",
            "ratio",
            "least - most",
            "aim",
            "p50 ms",
            "p99 ms");

    /** The median over the rounds, each held against its neighbour in time. */
    double ratio() {
        return Median.of(ratios());
    }

    String row() {
        double[] ratios = ratios();
        return String.format(
                Locale.ROOT,
                "%-26s %9d %8d %9.0f %9.0f %6.2f %6.2f - %4.2f %4.1f  %8.2f %8.2f%n",
                "",
                rows,
                writers,
                Median.of(service.stream().mapToDouble(Figures::perSecond).toArray()),
                Median.of(peer.stream().mapToDouble(rate -> rate).toArray()),
                ratio(),
                Arrays.stream(ratios).min().orElseThrow(),
                Arrays.stream(ratios).max().orElseThrow(),
                AIM,
                Median.of(service.stream()
                                .mapToDouble(figures -> figures.percentileMicros(50))
                                .toArray())
                        / 1e3,
                Median.of(service.stream()
                                .mapToDouble(figures -> figures.percentileMicros(99))
                                .toArray())
                        / 1e3);
    }

    private double[] ratios() {
        return IntStream.range(0, peer.size())
                .mapToDouble(round -> service.get(round).perSecond() / peer.get(round))
                .toArray();
    }
}
