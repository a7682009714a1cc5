package uk.hustings.local.bench.access;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import uk.hustings.local.bench.Figures;
import uk.hustings.local.bench.access.ReplicaProbes.Place;

/**
 * Locks made by hand at one replica, and how long after the answer "locked" the last request is let through at each of two
 * replicas of campaign-service and two of polls-service; then, what becomes of the guarded reads when the feed is cut.
 */
final class LocksEverywhere implements AccessSection {

    private static final double AIM_SECONDS = 1;
    private static final Duration STALE_AFTER = Duration.ofSeconds(30);

    /** Between the last word of the feed and the kill, and for one probe. */
    private static final Duration A_BIT = Duration.ofSeconds(3);

    private static final Duration LONGEST_WARM_UP = Duration.ofMinutes(3);

    private static final int LOCKS = 200;
    private static final int LOCKS_WHEN_QUICK = 40;

    private final Path projectRoot;
    private final Consumer<String> progress;

    LocksEverywhere(Path projectRoot, Consumer<String> progress) {
        this.projectRoot = projectRoot;
        this.progress = progress;
    }

    @Override
    public String name() {
        return "locks everywhere";
    }

    @Override
    public Findings measure(boolean quick) {
        int count = quick ? LOCKS_WHEN_QUICK : LOCKS;
        try (FourReplicas replicas = FourReplicas.start(projectRoot, progress)) {
            List<LockedSeat> seats = replicas.seatsWithPrivatePolls(count + 1);
            LockedSeat bystander = seats.get(count);
            ReplicaProbes probes = new ReplicaProbes(replicas);
            progress.accept("Warming up");
            probes.requireOpen(bystander);
            SteadyLoad warmUp = SteadyLoad.start(replicas, bystander);
            warmUp.awaitWarm(LONGEST_WARM_UP);
            warmUp.stop();
            progress.accept("Locking %d local parties".formatted(count));
            SteadyLoad load = SteadyLoad.start(replicas, bystander);
            Map<Place, Figures> delays = probes.lockEach(seats.subList(0, count));
            Figures requests = load.stop();
            progress.accept("Cutting the feed");
            Map<Place, Double> stale =
                    probes.cut(bystander, STALE_AFTER.plus(A_BIT).multipliedBy(2));
            return findings(delays, requests, stale);
        }
    }

    private static Findings findings(Map<Place, Figures> delays, Figures load, Map<Place, Double> stale) {
        StringBuilder text = new StringBuilder(format(
                "%d locks by hand at campaign-service 1, while %.0f of %d requests a second are answered (p50 %.1f ms, p99 %.1f ms)%n%n",
                delays.values().iterator().next().nanos().length,
                load.perSecond(),
                SteadyLoad.PER_SECOND,
                load.percentileMicros(50) / 1e3,
                load.percentileMicros(99) / 1e3));
        text.append(
                format("%-34s %8s %8s %8s  %s%n", "from the answer to the refusal, ms", "p50", "p99", "most", "aim"));
        List<String> missed = new ArrayList<>();
        if (!SteadyLoad.keepsUp(load.perSecond() / SteadyLoad.PER_SECOND)) {
            missed.add(format("only %.0f of %d requests a second ran", load.perSecond(), SteadyLoad.PER_SECOND));
        }
        delays.forEach((place, figures) -> {
            text.append(format(
                    "%-34s %8.1f %8.1f %8.1f  p99 < %.0f%n",
                    place,
                    figures.percentileMicros(50) / 1e3,
                    figures.percentileMicros(99) / 1e3,
                    figures.percentileMicros(100) / 1e3,
                    AIM_SECONDS * 1e3));
            if (figures.percentileMicros(99) > AIM_SECONDS * 1e6) {
                missed.add(format("%s p99 %.1f s > %.0f s", place, figures.percentileMicros(99) / 1e6, AIM_SECONDS));
            }
        });
        text.append(format("%nall of campaign-service killed: private polls are refused (503) after, s%n%n"));
        stale.forEach((place, seconds) -> {
            text.append(format(
                    "%-34s %8.1f  at most %d%n",
                    place, seconds, STALE_AFTER.plus(A_BIT).toSeconds()));
            if (seconds > STALE_AFTER.plus(A_BIT).toSeconds()) {
                missed.add(format("%s goes on for %.1f s without the feed", place, seconds));
            }
        });
        return new Findings(text.toString(), missed);
    }

    private static String format(String pattern, Object... figures) {
        return String.format(Locale.ROOT, pattern, figures);
    }
}
