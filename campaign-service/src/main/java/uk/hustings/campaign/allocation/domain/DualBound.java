package uk.hustings.campaign.allocation.domain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * More than any plan can gain. Supplies, homes and limits are given prices instead of bounds (Lagrangian relaxation); then each
 * seat is a problem of its own with one unknown, its votes, which is solved to a known tolerance. The rules on the number and
 * size of moves only make plans worse, so the bound holds under them too.
 */
final class DualBound {

    /** Each seat's part may be too high by so much of a seat. */
    private static final double TOLERANCE = 1e-7;

    private static final int CELLS = 32;
    private static final int MAX_SPLITS = 200_000;

    private final AllocationModel model;
    private final double[] supplyPrices;
    private final double[] homePrices;
    private final double[] limitPrices;

    private DualBound(AllocationModel model, EnvelopeProgram.Prices prices) {
        this.model = model;
        // Any prices of the right sign give a valid bound; good ones give a tight one.
        this.supplyPrices = Arrays.stream(prices.supplies())
                .map(price -> Math.max(0, price))
                .toArray();
        this.homePrices =
                Arrays.stream(prices.homes()).map(price -> Math.max(0, -price)).toArray();
        this.limitPrices =
                Arrays.stream(prices.limits()).map(price -> Math.max(0, price)).toArray();
    }

    /** A gain over no work that no plan exceeds. */
    static double of(AllocationModel model, EnvelopeProgram.Prices prices) {
        DualBound bound = new DualBound(model, prices);
        return bound.atTheBounds()
                + IntStream.range(0, model.seats().size())
                        .mapToDouble(bound::ofSeat)
                        .sum();
    }

    private double atTheBounds() {
        double sum = 0;
        for (int supply = 0; supply < supplyPrices.length; supply++) {
            sum += supplyPrices[supply] * model.supplies().get(supply).units();
            sum -= homePrices[supply] * model.supplies().get(supply).leastAtHome();
        }
        for (int limit = 0; limit < limitPrices.length; limit++) {
            sum += limitPrices[limit] * model.limits().get(limit).max();
        }
        return sum;
    }

    private double unitPrice(int option) {
        WorkOption work = model.options().get(option);
        int supply = model.supplyOf(option);
        double price = supplyPrices[supply] - (work.home() ? homePrices[supply] : 0);
        for (int limit : model.limitsOfSeat(model.seatOf(option))) {
            price += limitPrices[limit] * work.perUnit(model.limits().get(limit).measure());
        }
        return price;
    }

    private double ofSeat(int seat) {
        Cost cost = cost(seat);
        return cost.fixed + mostOver(model.seats().get(seat), cost);
    }

    /** What votes of a seat cost: the cheapest options are used first. */
    private Cost cost(int seat) {
        int[] options = model.optionsOfSeat(seat);
        double fixed = 0;
        double votes = 0;
        double[][] steps = new double[options.length][];
        int used = 0;
        for (int option : options) {
            WorkOption work = model.options().get(option);
            double price = unitPrice(option);
            double most = model.mostUnits(option);
            fixed -= price * work.min();
            votes += work.votesPerUnit() * work.min();
            if (work.votesPerUnit() > 0) {
                steps[used++] = new double[] {price / work.votesPerUnit(), work.votesPerUnit() * (most - work.min())};
            } else if (price < 0) {
                fixed -= price * (most - work.min());
            }
        }
        double[][] sorted = Arrays.copyOf(steps, used);
        Arrays.sort(sorted, Comparator.comparingDouble(step -> step[0]));
        return new Cost(fixed, votes, sorted);
    }

    /** Convex in votes: each step has a price per vote and a number of votes, the cheapest first. */
    private static final class Cost {

        private final double fixed;
        private final double[] votes;
        private final double[] costs;
        /** Where it costs least: further votes have a price above 0. */
        private final double cheapest;

        Cost(double fixed, double least, double[][] steps) {
            this.fixed = fixed;
            this.votes = new double[steps.length + 1];
            this.costs = new double[steps.length + 1];
            votes[0] = least;
            double lowest = least;
            for (int step = 0; step < steps.length; step++) {
                votes[step + 1] = votes[step] + steps[step][1];
                costs[step + 1] = costs[step] + steps[step][0] * steps[step][1];
                lowest = steps[step][0] < 0 ? votes[step + 1] : lowest;
            }
            this.cheapest = lowest;
        }

        double least() {
            return votes[0];
        }

        double most() {
            return votes[votes.length - 1];
        }

        double of(double vote) {
            int step = Arrays.binarySearch(votes, vote);
            if (step >= 0) {
                return costs[step];
            }
            int after = Math.min(votes.length - 1, -step - 1);
            if (after == 0) {
                return costs[0];
            }
            double length = votes[after] - votes[after - 1];
            double share = length == 0 ? 1 : Math.min(1, (vote - votes[after - 1]) / length);
            return costs[after - 1] + share * (costs[after] - costs[after - 1]);
        }

        double lowestWithin(double from, double until) {
            return of(Math.min(until, Math.max(from, cheapest)));
        }
    }

    /** The most that the value of votes exceeds their cost by, or a little more. */
    private static double mostOver(SeatReturn seat, Cost cost) {
        double best = Math.max(over(seat, cost, cost.least()), over(seat, cost, cost.most()));
        double bound = best;
        double[][] cells = new double[64][];
        int open = 0;
        for (int cell = CELLS - 1; cell >= 0; cell--) {
            double width = (cost.most() - cost.least()) / CELLS;
            cells[open++] = new double[] {cost.least() + width * cell, cost.least() + width * (cell + 1)};
        }
        for (int splits = 0; open > 0; splits++) {
            double[] cell = cells[--open];
            // The value never falls, so it is highest at the end of a cell.
            double atMost = seat.value(cell[1]) - cost.lowestWithin(cell[0], cell[1]);
            if (atMost <= best + TOLERANCE || splits >= MAX_SPLITS) {
                bound = Math.max(bound, atMost);
                continue;
            }
            double middle = (cell[0] + cell[1]) / 2;
            best = Math.max(best, over(seat, cost, middle));
            if (open + 2 > cells.length) {
                cells = Arrays.copyOf(cells, cells.length * 2);
            }
            cells[open++] = new double[] {middle, cell[1]};
            cells[open++] = new double[] {cell[0], middle};
        }
        return Math.max(bound, best);
    }

    private static double over(SeatReturn seat, Cost cost, double votes) {
        return seat.value(votes) - cost.of(votes);
    }
}
