package uk.hustings.campaign.allocation.domain;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Simple rules by which a party could send its people without any optimiser, under the same constraints. */
public enum Peer {

    /** Nobody does anything: what all gains are measured from. */
    NO_WORK("no-work", model -> Plan.of(model, new double[model.options().size()])),

    /** Everybody works at home. */
    OWN_SEAT("own-seat", Peer::ownSeat),

    /** What does not have to stay at home is spread evenly over all targets within reach. */
    UNIFORM("uniform", Peer::uniform),

    /** What does not have to stay at home goes to the nearest target that has room. */
    NEAREST("nearest", Peer::nearest),

    /** Ten units at a time go where they gain most at that moment. */
    GREEDY("greedy", Peer::greedy);

    private static final double STEP = 10;

    private final String code;
    private final Function<AllocationModel, Plan> rule;

    Peer(String code, Function<AllocationModel, Plan> rule) {
        this.code = code;
        this.rule = rule;
    }

    /** As the API names it. */
    public String code() {
        return code;
    }

    public Plan plan(AllocationModel model) {
        return rule.apply(model);
    }

    private static Plan ownSeat(AllocationModel model) {
        Filling filling = new Filling(model);
        restAtHome(model, filling);
        return filling.plan();
    }

    private static Plan uniform(AllocationModel model) {
        Filling filling = new Filling(model);
        for (int supply = 0; supply < model.supplies().size(); supply++) {
            int[] targets = targets(model, supply);
            int shares = Math.min(targets.length, model.moves().maxTargets());
            double share = shares == 0 ? 0 : filling.left(supply) / shares;
            // What has no room in one seat goes on to the next.
            double carried = 0;
            for (int target : targets) {
                double wanted = Math.min(filling.left(supply), share + carried);
                carried = wanted - filling.put(target, wanted);
            }
        }
        restAtHome(model, filling);
        return filling.plan();
    }

    private static Plan nearest(AllocationModel model) {
        Filling filling = new Filling(model);
        for (int supply = 0; supply < model.supplies().size(); supply++) {
            for (int target : targets(model, supply)) {
                filling.put(target, filling.left(supply));
            }
        }
        restAtHome(model, filling);
        return filling.plan();
    }

    private record Step(int option, double worth) {}

    private static Plan greedy(AllocationModel model) {
        Filling filling = new Filling(model);
        PriorityQueue<Step> steps = new PriorityQueue<>(
                Comparator.comparingDouble(Step::worth).reversed().thenComparing(Step::option));
        for (int option = 0; option < model.options().size(); option++) {
            addStep(model, filling, option, steps);
        }
        while (!steps.isEmpty()) {
            Step next = steps.poll();
            double worth = worth(model, filling, next.option);
            if (worth < next.worth) {
                // Its seat has been worked in meanwhile.
                addStep(model, filling, next.option, steps);
            } else if (worth > 0 && filling.put(next.option, step(model, next.option)) > 0) {
                addStep(model, filling, next.option, steps);
            }
        }
        return filling.plan();
    }

    private static void addStep(AllocationModel model, Filling filling, int option, PriorityQueue<Step> steps) {
        double worth = worth(model, filling, option);
        if (worth > 0) {
            steps.add(new Step(option, worth));
        }
    }

    /** What a unit of the next step gains. */
    private static double worth(AllocationModel model, Filling filling, int option) {
        double units = Math.min(filling.possible(option), step(model, option));
        if (units <= 0) {
            return 0;
        }
        int seat = model.seatOf(option);
        SeatReturn work = model.seats().get(seat);
        double votes = filling.votes(seat);
        double more = votes + units * model.options().get(option).votesPerUnit();
        return (work.value(more) - work.value(votes)) / units;
    }

    private static double step(AllocationModel model, int option) {
        return model.options().get(option).home()
                ? STEP
                : Math.max(STEP, model.moves().leastUnits());
    }

    private static void restAtHome(AllocationModel model, Filling filling) {
        for (int supply = 0; supply < model.supplies().size(); supply++) {
            filling.putRestAtHome(supply);
        }
    }

    /** Options away from home where work gains votes, the nearest first. */
    private static int[] targets(AllocationModel model, int supply) {
        return IntStream.of(model.optionsOfSupply(supply))
                .filter(option -> !model.options().get(option).home())
                .boxed()
                .sorted(Comparator.comparingDouble(
                                (Integer option) -> model.options().get(option).travelHours())
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
