package uk.hustings.campaign.allocation.domain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes a plan keep the rules on the number and size of moves, which no linear program can express: the moves that break them
 * are closed, the smallest first, and the program is solved again without them.
 */
final class Moves {

    /** Less than this is rounding, not a move. */
    private static final double NOTHING = 1e-6;

    private Moves() {}

    /**
     * Closes the moves of a plan that break the rules. A donor with too many targets keeps the largest ones and may go nowhere
     * else.
     *
     * @param closed options that are closed already; more are added
     * @return whether any move broke a rule
     */
    static boolean close(Plan plan, BitSet closed) {
        int closedBefore = closed.cardinality();
        boolean tooMany = closeTooMany(plan, closed);
        closeTooSmall(plan, closed);
        return tooMany || closed.cardinality() > closedBefore;
    }

    private static boolean closeTooMany(Plan plan, BitSet closed) {
        AllocationModel model = plan.model();
        List<Map<Integer, Double>> unitsByTarget = unitsByTarget(plan);
        Map<Integer, Set<Integer>> kept = new HashMap<>();
        for (int donor = 0; donor < unitsByTarget.size(); donor++) {
            if (unitsByTarget.get(donor).size() > model.moves().maxTargets()) {
                kept.put(donor, largest(unitsByTarget.get(donor), model.moves().maxTargets()));
            }
        }
        for (int option = 0; option < model.options().size(); option++) {
            Set<Integer> ofDonor = kept.get(model.donorOf(model.supplyOf(option)));
            if (ofDonor != null && !model.options().get(option).home() && !ofDonor.contains(model.seatOf(option))) {
                closed.set(option);
            }
        }
        return !kept.isEmpty();
    }

    private static void closeTooSmall(Plan plan, BitSet closed) {
        AllocationModel model = plan.model();
        for (int option = 0; option < model.options().size(); option++) {
            WorkOption work = model.options().get(option);
            boolean isMove = !work.home() && work.min() == 0 && plan.units(option) > NOTHING;
            if (isMove && plan.units(option) < model.moves().leastUnits() - NOTHING) {
                closed.set(option);
            }
        }
    }

    /** The plan without the moves that still break the rules; what they free is used at home. */
    static Plan withoutBroken(Plan plan) {
        AllocationModel model = plan.model();
        Filling filling = new Filling(model);
        List<Integer> largestFirst = new ArrayList<>();
        for (int option = 0; option < model.options().size(); option++) {
            if (plan.units(option) > NOTHING) {
                largestFirst.add(option);
            }
        }
        largestFirst.sort(Comparator.comparingDouble((Integer option) -> -plan.units(option))
                .thenComparing(Comparator.naturalOrder()));
        for (int option : largestFirst) {
            double alreadyThere = filling.units(option);
            filling.put(option, plan.units(option) - alreadyThere);
        }
        for (int supply = 0; supply < model.supplies().size(); supply++) {
            filling.putRestAtHome(supply);
        }
        return filling.plan();
    }

    private static List<Map<Integer, Double>> unitsByTarget(Plan plan) {
        AllocationModel model = plan.model();
        List<Map<Integer, Double>> unitsByTarget = new ArrayList<>();
        for (int donor = 0; donor < model.donors(); donor++) {
            unitsByTarget.add(new HashMap<>());
        }
        for (int option = 0; option < model.options().size(); option++) {
            if (!model.options().get(option).home() && plan.units(option) > NOTHING) {
                unitsByTarget
                        .get(model.donorOf(model.supplyOf(option)))
                        .merge(model.seatOf(option), plan.units(option), Double::sum);
            }
        }
        return unitsByTarget;
    }

    private static Set<Integer> largest(Map<Integer, Double> unitsByTarget, int most) {
        return unitsByTarget.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
