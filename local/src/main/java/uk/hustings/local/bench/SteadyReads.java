package uk.hustings.local.bench;

import java.time.Duration;
import java.util.Locale;

/**
 * Reads of polls at a steady rate while the service does nothing else, and while it works on one forecast after the other;
 * of the static peer, too, which shows what the want of processors does to whoever runs on the same machine.
 *
 * @param forecastSeconds from the order of a forecast to its end
 */
record SteadyReads(Pair quiet, Pair forecasting, double forecastSeconds) {

    private static final int CONNECTIONS = 4;
    private static final int PER_SECOND = 500;
    private static final Duration LENGTH = Duration.ofSeconds(15);
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final String ROW = "%-26s %8.0f %8.0f %8.0f  %8.0f %8.0f %8.0f%n";

    record Pair(Figures service, Figures peer) {

        static Pair of(SteadyClient service, SteadyClient peer) {
            service.forDuration(WARM_UP);
            peer.forDuration(WARM_UP);
            return new Pair(service.forDuration(LENGTH), peer.forDuration(LENGTH));
        }
    }

    /** @param question that the peer knows the answer to */
    static SteadyReads of(Service service, Question question) {
        SteadyClient ours = new SteadyClient(service.port(), question, CONNECTIONS, PER_SECOND);
        SteadyClient theirs = new SteadyClient(service.peerPort(), question, CONNECTIONS, PER_SECOND);
        Pair quiet = Pair.of(ours, theirs);
        ForecastsMeanwhile forecasts = new ForecastsMeanwhile(service);
        Pair forecasting;
        try (forecasts) {
            forecasting = Pair.of(ours, theirs);
        }
        return new SteadyReads(quiet, forecasting, forecasts.secondsEach());
    }

    String table() {
        return String.format(
                        Locale.ROOT,
                        "%-26s %8s %8s %8s  %8s %8s %8s%n",
                        "list of 50, %d a second".formatted(PER_SECOND),
                        "p50",
                        "p99",
                        "p99.9",
                        "static50",
                        "static99",
                        "99.9")
                + row("nothing else", quiet)
                + row("forecasts, %.1f s each".formatted(forecastSeconds), forecasting);
    }

    private static String row(String what, Pair pair) {
        return String.format(
                Locale.ROOT,
                ROW,
                what,
                pair.service.percentileMicros(50),
                pair.service.percentileMicros(99),
                pair.service.percentileMicros(99.9),
                pair.peer.percentileMicros(50),
                pair.peer.percentileMicros(99),
                pair.peer.percentileMicros(99.9));
    }
}
