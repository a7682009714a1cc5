package uk.hustings.campaign.allocation.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * All that a plan is made from. Whatever the order in which its parts are given, a model keeps them in the order of their
 * codes, so that the same facts give the same plan.
 */
public final class AllocationModel {

    private final List<SeatReturn> seats;
    private final List<Supply> supplies;
    private final List<WorkOption> options;
    private final List<SeatLimit> limits;
    private final MoveRules moves;

    private final int[] seatOf;
    private final int[] supplyOf;
    private final int[] donorOf;
    private final int donors;
    private final int[][] optionsOfSeat;
    private final int[][] optionsOfSupply;
    private final int[][] limitsOfSeat;

    private AllocationModel(
            List<SeatReturn> seats,
            List<Supply> supplies,
            List<WorkOption> options,
            List<SeatLimit> limits,
            MoveRules moves) {
        this.seats = seats;
        this.supplies = supplies;
        this.options = options;
        this.limits = limits;
        this.moves = moves;
        Map<String, Integer> seatPlaces = places(seats, SeatReturn::seatCode);
        Map<String, Integer> supplyPlaces = places(supplies, Supply::id);
        this.seatOf = options.stream()
                .mapToInt(option -> place(seatPlaces, option.seatCode()))
                .toArray();
        this.supplyOf = options.stream()
                .mapToInt(option -> place(supplyPlaces, option.supply()))
                .toArray();
        Map<String, Integer> donorPlaces = new HashMap<>();
        supplies.forEach(supply -> donorPlaces.putIfAbsent(supply.donor(), donorPlaces.size()));
        this.donorOf = supplies.stream()
                .mapToInt(supply -> donorPlaces.get(supply.donor()))
                .toArray();
        this.donors = donorPlaces.size();
        this.optionsOfSeat = grouped(seatOf, seats.size());
        this.optionsOfSupply = grouped(supplyOf, supplies.size());
        this.limitsOfSeat = grouped(
                limits.stream()
                        .mapToInt(limit -> place(seatPlaces, limit.seatCode()))
                        .toArray(),
                seats.size());
    }

    /**
     * @param seats each code once
     * @param supplies each id once
     * @param options each supply and seat once
     * @throws IllegalArgumentException if something is there twice, or refers to what is not there
     */
    public static AllocationModel of(
            Collection<SeatReturn> seats,
            Collection<Supply> supplies,
            Collection<WorkOption> options,
            Collection<SeatLimit> limits,
            MoveRules moves) {
        return new AllocationModel(
                inOrder(seats, Comparator.comparing(SeatReturn::seatCode)),
                inOrder(supplies, Comparator.comparing(Supply::id)),
                inOrder(options, Comparator.comparing(WorkOption::supply).thenComparing(WorkOption::seatCode)),
                inOrder(limits, Comparator.comparing(SeatLimit::seatCode).thenComparing(SeatLimit::measure)),
                moves);
    }

    /** The same, with other win curves, by place of the seat. */
    AllocationModel withCurves(IntFunction<WinCurve> curves) {
        List<SeatReturn> changed = IntStream.range(0, seats.size())
                .mapToObj(seat -> new SeatReturn(
                        seats.get(seat).seatCode(),
                        curves.apply(seat),
                        seats.get(seat).votesCeiling(),
                        seats.get(seat).pointsPerVote()))
                .toList();
        return new AllocationModel(changed, supplies, options, limits, moves);
    }

    public List<SeatReturn> seats() {
        return seats;
    }

    public List<Supply> supplies() {
        return supplies;
    }

    public List<WorkOption> options() {
        return options;
    }

    public List<SeatLimit> limits() {
        return limits;
    }

    public MoveRules moves() {
        return moves;
    }

    int seatOf(int option) {
        return seatOf[option];
    }

    int supplyOf(int option) {
        return supplyOf[option];
    }

    int donorOf(int supply) {
        return donorOf[supply];
    }

    int donors() {
        return donors;
    }

    int[] optionsOfSeat(int seat) {
        return optionsOfSeat[seat];
    }

    int[] optionsOfSupply(int supply) {
        return optionsOfSupply[supply];
    }

    int[] limitsOfSeat(int seat) {
        return limitsOfSeat[seat];
    }

    /** Units that an option can have: no more than there are of its supply. */
    double mostUnits(int option) {
        WorkOption work = options.get(option);
        return Math.max(
                work.min(), Math.min(work.max(), supplies.get(supplyOf[option]).units()));
    }

    /** Most votes that all options together could bring in a seat. */
    double mostVotes(int seat) {
        double votes = 0;
        for (int option : optionsOfSeat[seat]) {
            votes += options.get(option).votesPerUnit() * mostUnits(option);
        }
        return votes;
    }

    private static <T> List<T> inOrder(Collection<T> items, Comparator<T> order) {
        List<T> sorted = new ArrayList<>(items);
        sorted.sort(order);
        for (int place = 1; place < sorted.size(); place++) {
            if (order.compare(sorted.get(place - 1), sorted.get(place)) == 0) {
                throw new IllegalArgumentException("twice: " + sorted.get(place));
            }
        }
        return List.copyOf(sorted);
    }

    private static <T> Map<String, Integer> places(List<T> items, Function<T, String> code) {
        Map<String, Integer> places = new HashMap<>();
        items.forEach(item -> places.put(code.apply(item), places.size()));
        return places;
    }

    private static int place(Map<String, Integer> places, String code) {
        Integer place = places.get(code);
        if (place == null) {
            throw new IllegalArgumentException("unknown: " + code);
        }
        return place;
    }

    private static int[][] grouped(int[] groupOf, int groups) {
        List<List<Integer>> members = IntStream.range(0, groups)
                .<List<Integer>>mapToObj(group -> new ArrayList<>())
                .toList();
        for (int item = 0; item < groupOf.length; item++) {
            members.get(groupOf[item]).add(item);
        }
        return members.stream()
                .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }
}
