package uk.hustings.campaign.allocation.domain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import uk.hustings.campaign.allocation.domain.LinearSolver.Solution;

/**
 * Finds a plan that gains nearly as much as any could. The value of each seat is replaced by its concave envelope, which makes
 * a linear program; its solution is refined once with finer envelopes near it, made to keep the rules on moves, and compared
 * with the simple rules, which are candidates too.
 */
public final class Optimiser {

    private static final int MAX_REPAIRS = 6;

    private final LinearSolver solver;

    public Optimiser(LinearSolver solver) {
        this.solver = solver;
    }

    /**
     * What came out.
     *
     * @param plan the best that was found; never worse than a peer
     * @param bound a gain over no work that no plan exceeds
     * @param peers the plans of the simple rules, under the same constraints
     */
    public record Result(Plan plan, double bound, Map<Peer, Plan> peers) {

        /** By what part of the plan's gain a better plan could gain more, at most; 0 if nothing can be gained. */
        public double gap() {
            double gain = plan.gain();
            double missing = Math.max(0, bound - gain);
            return missing == 0 ? 0 : missing / gain;
        }
    }

    /**
     * The plan with the highest expected value of all seats.
     *
     * @throws LinearSolver.NoSolution if the constraints contradict each other, or the solver fails
     */
    public Result optimise(AllocationModel model) {
        Envelope[] coarse = envelopes(model, null);
        BitSet closed = new BitSet();
        EnvelopeProgram program = new EnvelopeProgram(model, coarse, closed);
        Plan first = program.plan(program.solve(solver));
        Envelope[] fine = envelopes(model, first);
        program = new EnvelopeProgram(model, fine, closed);
        Solution solution = program.solve(solver);
        Plan refined = program.plan(solution);
        double bound = DualBound.of(model, program.prices(solution));
        Map<Peer, Plan> peers = peers(model);
        List<Plan> candidates = new ArrayList<>(peers.values());
        candidates.add(repaired(model, fine, refined, closed));
        if (!breaksRules(first)) {
            candidates.add(first);
        }
        // The last of equals is the optimiser's own.
        Plan best =
                candidates.stream().max(Comparator.comparingDouble(Plan::gain)).orElseThrow();
        return new Result(best, Math.max(bound, best.gain()), peers);
    }

    private Plan repaired(AllocationModel model, Envelope[] envelopes, Plan refined, BitSet closed) {
        Plan plan = refined;
        for (int repair = 0; repair < MAX_REPAIRS && Moves.close(plan, closed); repair++) {
            EnvelopeProgram program = new EnvelopeProgram(model, envelopes, closed);
            plan = program.plan(program.solve(solver));
        }
        return breaksRules(plan) ? Moves.withoutBroken(plan) : plan;
    }

    private static boolean breaksRules(Plan plan) {
        return Moves.close(plan, new BitSet());
    }

    private static Map<Peer, Plan> peers(AllocationModel model) {
        Map<Peer, Plan> plans = new EnumMap<>(Peer.class);
        for (Peer peer : Peer.values()) {
            plans.put(peer, peer.plan(model));
        }
        return plans;
    }

    /** @param near where to look closely; null for nowhere */
    private static Envelope[] envelopes(AllocationModel model, Plan near) {
        return IntStream.range(0, model.seats().size())
                .mapToObj(seat -> near == null
                        ? Envelope.of(model.seats().get(seat), model.mostVotes(seat))
                        : Envelope.around(model.seats().get(seat), model.mostVotes(seat), near.votes(seat)))
                .toArray(Envelope[]::new);
    }
}
