package uk.hustings.campaign.allocation.domain;

import java.util.ArrayList;
import java.util.BitSet;
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
            return relativeGap(bound, plan.gain());
        }
    }

    static double relativeGap(double bound, double gain) {
        double missing = Math.max(0, bound - gain);
        return missing == 0 ? 0 : missing / gain;
    }

    /**
     * The plan with the highest expected value of all seats.
     *
     * @throws LinearSolver.NoSolution if the constraints contradict each other, or the solver fails
     */
    public Result optimise(AllocationModel model) {
        Found found = find(model);
        Map<Peer, Plan> peers = peers(model);
        // Of equals the first is taken. No work is no plan: it keeps neither floors nor pins.
        List<Plan> candidates = new ArrayList<>(found.plans);
        peers.forEach((peer, plan) -> {
            if (peer != Peer.NO_WORK) {
                candidates.add(plan);
            }
        });
        Plan best = best(candidates);
        return new Result(best, Math.max(found.bound(), best.gain()), peers);
    }

    /** As {@link #optimise}, but without its peers. */
    Found find(AllocationModel model) {
        EnvelopeProgram coarse = new EnvelopeProgram(model, envelopes(model, null), new BitSet());
        Plan first = coarse.plan(coarse.solve(solver));
        Envelope[] envelopes = envelopes(model, first);
        EnvelopeProgram fine = new EnvelopeProgram(model, envelopes, new BitSet());
        Solution solution = fine.solve(solver);
        List<Plan> plans = new ArrayList<>();
        plans.add(repaired(model, envelopes, fine.plan(solution)));
        if (!breaksRules(first)) {
            plans.add(first);
        }
        return new Found(model, plans, fine.prices(solution));
    }

    /**
     * What the linear programs came to.
     *
     * @param plans that keep all rules
     * @param prices of what binds
     */
    record Found(AllocationModel model, List<Plan> plans, EnvelopeProgram.Prices prices) {

        Plan plan() {
            return best(plans);
        }

        double bound() {
            return DualBound.of(model, prices);
        }
    }

    private static Plan best(List<Plan> plans) {
        return plans.stream()
                .reduce((best, next) -> next.gain() > best.gain() ? next : best)
                .orElseThrow();
    }

    private Plan repaired(AllocationModel model, Envelope[] envelopes, Plan refined) {
        BitSet closed = new BitSet();
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
