package uk.hustings.campaign.allocation.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A plan that is put together piece by piece, and never breaks a constraint of its model. */
final class Filling {

    private final AllocationModel model;
    private final double[] units;
    private final double[] votes;
    private final double[] left;
    private final double[] room;
    private final List<Set<Integer>> targets;

    /** Begins with what must be used, and with what must stay at home. */
    Filling(AllocationModel model) {
        this.model = model;
        this.units = new double[model.options().size()];
        this.votes = new double[model.seats().size()];
        this.left = model.supplies().stream().mapToDouble(Supply::units).toArray();
        this.room = model.limits().stream().mapToDouble(SeatLimit::max).toArray();
        this.targets = Stream.<Set<Integer>>generate(HashSet::new)
                .limit(model.donors())
                .toList();
        for (int option = 0; option < units.length; option++) {
            take(option, model.options().get(option).min());
        }
        for (int supply = 0; supply < left.length; supply++) {
            double missing = model.supplies().get(supply).leastAtHome() - atHome(supply);
            for (int option : homes(supply)) {
                missing -= Math.max(0, put(option, missing));
            }
        }
    }

    /** What is left of a supply. */
    double left(int supply) {
        return left[supply];
    }

    double units(int option) {
        return units[option];
    }

    double votes(int seat) {
        return votes[seat];
    }

    /**
     * Uses as much of the units in a seat as the constraints allow.
     *
     * @return how much that was; 0 if it would be less than the least move
     */
    double put(int option, double wanted) {
        double amount = Math.min(wanted, possible(option));
        boolean isTooSmall = !model.options().get(option).home()
                && units[option] + amount < model.moves().leastUnits();
        if (amount <= 0 || isTooSmall) {
            return 0;
        }
        take(option, amount);
        return amount;
    }

    /** Units that may still be used so. */
    double possible(int option) {
        WorkOption work = model.options().get(option);
        int supply = model.supplyOf(option);
        if (!work.home() && !mayGoTo(supply, model.seatOf(option))) {
            return 0;
        }
        double most = Math.min(left[supply], work.max() - units[option]);
        for (int limit : model.limitsOfSeat(model.seatOf(option))) {
            double each = work.perUnit(model.limits().get(limit).measure());
            most = each > 0 ? Math.min(most, room[limit] / each) : most;
        }
        return Math.max(0, most);
    }

    /** Uses what is left of a supply in the donor's own seats. */
    void putRestAtHome(int supply) {
        for (int option : homes(supply)) {
            put(option, left[supply]);
        }
    }

    Plan plan() {
        return Plan.of(model, units);
    }

    private boolean mayGoTo(int supply, int seat) {
        Set<Integer> ofDonor = targets.get(model.donorOf(supply));
        return ofDonor.contains(seat) || ofDonor.size() < model.moves().maxTargets();
    }

    private void take(int option, double amount) {
        if (amount <= 0) {
            return;
        }
        WorkOption work = model.options().get(option);
        int seat = model.seatOf(option);
        units[option] += amount;
        votes[seat] += amount * work.votesPerUnit();
        left[model.supplyOf(option)] -= amount;
        for (int limit : model.limitsOfSeat(seat)) {
            room[limit] -= amount * work.perUnit(model.limits().get(limit).measure());
        }
        if (!work.home()) {
            targets.get(model.donorOf(model.supplyOf(option))).add(seat);
        }
    }

    private double atHome(int supply) {
        return IntStream.of(homes(supply)).mapToDouble(option -> units[option]).sum();
    }

    private int[] homes(int supply) {
        return IntStream.of(model.optionsOfSupply(supply))
                .filter(option -> model.options().get(option).home())
                .toArray();
    }
}
