package uk.hustings.local.bench.allocation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import uk.hustings.campaign.allocation.domain.AllocationModel;
import uk.hustings.campaign.allocation.domain.JointDraws;
import uk.hustings.campaign.allocation.domain.MoveRules;
import uk.hustings.campaign.allocation.domain.Optimiser;
import uk.hustings.campaign.allocation.domain.Peer;
import uk.hustings.campaign.allocation.domain.Plan;
import uk.hustings.campaign.allocation.domain.Score;
import uk.hustings.campaign.allocation.domain.SeatsAtLeast;
import uk.hustings.campaign.allocation.solver.GlopSolver;
import uk.hustings.local.bench.Machine;
import uk.hustings.local.bench.Median;

/** Finds plans for Labour in 2015, for a part of the country and for ten countries, beside simple rules and SCIP. */
public final class AllocationBench {

    private static final int ELECTIONS = 20_000;
    private static final int TARGETS = 12;
    private static final int ROUNDS = 5;
    private static final int MAJORITY = 326;
    private static final int PART = 75;
    private static final MoveRules TWO_TARGETS = new MoveRules(2, 20);

    private final Path data;
    private final Consumer<String> progress;
    private final Optimiser optimiser = new Optimiser(new GlopSolver());
    private final List<String> missed = new ArrayList<>();
    private final StringBuilder table = new StringBuilder();

    /** @param progress gets a line for each step */
    public AllocationBench(Path projectRoot, Consumer<String> progress) {
        this.data = projectRoot.resolve("data");
        this.progress = progress;
    }

    /**
     * @param quick whether ten countries and SCIP are left out
     * @return whether all aims are reached
     */
    public boolean run(boolean quick) {
        Machine machine = new Machine();
        progress.accept("Drawing elections");
        Country country = Country.labourBefore2015(data, ELECTIONS);
        progress.accept("Warming up");
        for (int round = 0; round < ROUNDS; round++) {
            optimiser.optimise(country.model(country.draws(), TARGETS, 1, TWO_TARGETS));
        }
        head();
        expectedSeats("part of the country", country.first(PART), 1, MoveRules.NONE, 0.1, 0.001);
        expectedSeats("country", country, 1, MoveRules.NONE, 1, 0.001);
        expectedSeats("country, 2 targets, 20 h a move", country, 1, TWO_TARGETS, 1, 0.001);
        expectedSeats("five times as certain", country.moreCertain(0.2), 5, MoveRules.NONE, 1, 0.005);
        if (!quick) {
            expectedSeats("ten countries", country.times(10), 1, MoveRules.NONE, 20, 0.005);
        }
        majority(country);
        if (!quick) {
            scip(country);
        }
        progress.accept(machine.busy() + table);
        progress.accept(missed.isEmpty() ? "All aims are reached." : "MISSED: " + String.join("; ", missed));
        return missed.isEmpty();
    }

    private void head() {
        line(
                "%-32s %6s %8s %8s %8s  %s%n",
                "seats won, expected", "seats", "s", "gap", "gain", "plan less peer, on other elections");
    }

    private void expectedSeats(
            String what, Country country, double effect, MoveRules moves, double mostSeconds, double largestGap) {
        progress.accept("Planning: " + what);
        JointDraws choosing = country.draws().choosing();
        Timed<Optimiser.Result> found = timed(
                country.seats().size() > 1_000 ? 1 : ROUNDS,
                () -> optimiser.optimise(country.model(choosing, TARGETS, effect, moves)));
        Optimiser.Result result = found.result;
        JointDraws scoring = country.draws().scoring();
        StringBuilder peers = new StringBuilder();
        for (Map.Entry<Peer, Plan> peer : result.peers().entrySet()) {
            Score score = Score.ofSeats(scoring, result.plan(), peer.getValue());
            peers.append(format("%s %+.3f±%.3f  ", peer.getKey().code(), score.difference(), score.standardError()));
            if (score.difference() < -3 * score.standardError()) {
                missed.add("%s: %s is better on other elections"
                        .formatted(what, peer.getKey().code()));
            }
        }
        line(
                "%-32s %6d %8.2f %7.3f%% %+8.3f  %s%n",
                what,
                country.seats().size(),
                found.seconds,
                100 * result.gap(),
                result.plan().gain(),
                peers);
        aim(what, found.seconds, mostSeconds, "s");
        aim(what, 100 * result.gap(), 100 * largestGap, "% gap");
    }

    private void majority(Country country) {
        progress.accept("Planning for a majority");
        JointDraws choosing = country.draws().choosing();
        Timed<SeatsAtLeast.Result> found = timed(ROUNDS, () -> {
            AllocationModel model = country.model(choosing, TARGETS, 1, TWO_TARGETS);
            return new SeatsAtLeast(optimiser, choosing, MAJORITY).optimise(model, List.of());
        });
        Plan plan = found.result.plan();
        StringBuilder peers = new StringBuilder();
        for (Peer peer : Peer.values()) {
            Score score = Score.ofChance(country.draws().scoring(), MAJORITY, plan, peer.plan(plan.model()));
            peers.append(format("%s %+.4f±%.4f  ", peer.code(), score.difference(), score.standardError()));
        }
        line("%n%-32s %6s %8s %8s %8s  %s%n", "chance of 326 seats", "seats", "s", "local gap", "", "plan less peer");
        line(
                "%-32s %6d %8.2f %7.3f%% %8s  %s%n",
                "country, 2 targets, 20 h a move",
                country.seats().size(),
                found.seconds,
                100 * found.result.localGap(),
                "",
                peers);
        aim("chance of a majority", found.seconds, 3, "s");
    }

    private void scip(Country country) {
        progress.accept("Letting SCIP plan");
        AllocationModel model = country.model(country.draws().choosing(), TARGETS, 1, TWO_TARGETS);
        double ours = optimiser.optimise(model).plan().gain();
        ScipPeer.Found theirs = ScipPeer.solve(model);
        line(
                "%nSCIP, the same model in up to 10 s: gain %+.4f in %.1f s; ours %+.4f%n",
                theirs.gain(), theirs.seconds(), ours);
    }

    private record Timed<T>(T result, double seconds) {}

    private static <T> Timed<T> timed(int rounds, Supplier<T> work) {
        double[] seconds = new double[rounds];
        T result = null;
        for (int round = 0; round < rounds; round++) {
            long begun = System.nanoTime();
            result = work.get();
            seconds[round] = (System.nanoTime() - begun) / 1e9;
        }
        return new Timed<>(result, Median.of(seconds));
    }

    private void aim(String what, double figure, double most, String unit) {
        if (figure > most) {
            missed.add(format("%s: %.3f > %.3f %s", what, figure, most, unit));
        }
    }

    private void line(String pattern, Object... figures) {
        table.append(format(pattern, figures));
    }

    private static String format(String pattern, Object... figures) {
        return String.format(Locale.ROOT, pattern, figures);
    }
}
