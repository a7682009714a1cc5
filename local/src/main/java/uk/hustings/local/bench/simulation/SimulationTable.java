package uk.hustings.local.bench.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.hustings.local.bench.simulation.Stopwatch.Time;

/** Elections drawn, a line for each size. */
public final class SimulationTable {

    private static final String HEAD = "%7s %10s %12s %12s %6s  %8s %8s  %8s %8s %8s %8s  %7s%n";
    private static final String ROW = "%7d %10d %12.0f %12.0f %6.1f  %8.2f %8.2f  %8.2f %8.2f %8.2f %8.2f  %7.4f%n";

    private SimulationTable() {}

    public static String of(List<Simulated> sizes) {
        StringBuilder text = new StringBuilder(format(
                HEAD,
                "seats",
                "elections",
                "forecast/s",
                "matrices/s",
                "ratio",
                "s",
                "s of one",
                "cpu",
                "one",
                "matrices",
                "products",
                "apart"));
        for (Simulated size : sizes) {
            text.append(format(
                    ROW,
                    size.seats(),
                    size.elections(),
                    size.elections() / size.seconds(),
                    size.elections() / Simulated.median(size.matrices(), Time::clock),
                    size.ratio(),
                    size.seconds(),
                    size.fit().clock(),
                    Simulated.median(size.forecast(), Time::processor),
                    size.fit().processor(),
                    Simulated.median(size.matrices(), Time::processor),
                    Simulated.median(size.multiplying(), Double::doubleValue),
                    size.furthestApart()));
        }
        return text.toString();
    }

    /** The aim that was missed with the real number of seats and the usual one of elections, the first of the sizes. */
    public static List<String> missed(List<Simulated> sizes) {
        List<String> missed = new ArrayList<>();
        Simulated usual = sizes.get(0);
        if (usual.missesAim()) {
            missed.add(format(
                    "%d elections of %d seats in %.2f s > %.0f s",
                    usual.elections(), usual.seats(), usual.seconds(), Simulated.SECONDS_AIM));
        }
        return missed;
    }

    private static String format(String pattern, Object... figures) {
        return String.format(Locale.ROOT, pattern, figures);
    }
}
