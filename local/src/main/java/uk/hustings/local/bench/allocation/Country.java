package uk.hustings.local.bench.allocation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import uk.hustings.campaign.allocation.domain.AllocationModel;
import uk.hustings.campaign.allocation.domain.DrawnWinCurve;
import uk.hustings.campaign.allocation.domain.JointDraws;
import uk.hustings.campaign.allocation.domain.Measure;
import uk.hustings.campaign.allocation.domain.MoveRules;
import uk.hustings.campaign.allocation.domain.SeatLimit;
import uk.hustings.campaign.allocation.domain.SeatReturn;
import uk.hustings.campaign.allocation.domain.Supply;
import uk.hustings.campaign.allocation.domain.WorkOption;
import uk.hustings.campaign.reach.domain.Point;
import uk.hustings.campaign.reach.domain.Travel;
import uk.hustings.local.bench.simulation.EveOf2015;
import uk.hustings.local.data.SeatResults;
import uk.hustings.local.data.SeatResults.Place;
import uk.hustings.polls.forecast.domain.LeadDraws;

/**
 * Labour before the election of 2015, in all seats where it stands, as the forecast of that day saw it. Assumed are: one local
 * party a seat with hours in proportion to the votes that it expects, 169,000 in all; 10 contacts an hour, of which each brings
 * 0.025 votes; half of the supporters can be found; six hours a person and day; a fifth of the hours stays at home; a seat
 * takes 3,000 hours.
 *
 * @param seats in order of code
 * @param draws of the leads in these seats
 */
record Country(List<Seat> seats, JointDraws draws) {

    private static final String PARTY = "lab";
    private static final double TURNOUT = 0.651;
    private static final double HOURS = 169_000;
    private static final double VOTES_PER_HOUR = 10 * 0.025;
    private static final double FINDABLE = 0.5;
    private static final double HOURS_PER_DAY = 6;
    private static final double REACH_HOURS = 1.5;
    private static final double SHARE_AT_HOME = 0.2;
    private static final double SEAT_HOURS = 3_000;
    private static final double TARGET_LEAD_PTS = 15;

    /**
     * One seat, with the local party of the same code.
     *
     * @param sharePct expected share of the party, points
     * @param leadPts mean of the draws
     */
    record Seat(String code, Point place, int electorate, double sharePct, double leadPts) {}

    static Country labourBefore2015(Path data, int elections) {
        Map<String, Place> places = new SeatResults(data).places();
        LeadDraws drawn = LeadDraws.of(new EveOf2015(data).inputs(), PARTY, elections, 2015);
        List<Seat> seats = new ArrayList<>();
        short[][] leads = new short[drawn.seats()][];
        for (int place = 0; place < leads.length; place++) {
            LeadDraws.Seat seat = drawn.seat(place);
            Place where = places.get(seat.seatCode());
            leads[place] = seat.leads();
            seats.add(new Seat(
                    seat.seatCode(),
                    new Point(where.lat(), where.lon()),
                    where.electorate(),
                    seat.sharePct(),
                    mean(seat.leads())));
        }
        return new Country(seats, new JointDraws(seats.stream().map(Seat::code).toList(), leads));
    }

    /** Only the seats of a part of the country. */
    Country first(int count) {
        List<Seat> some = seats.subList(0, count);
        return new Country(
                some,
                new JointDraws(
                        some.stream().map(Seat::code).toList(),
                        IntStream.range(0, count)
                                .mapToObj(seat -> draws.leads()[seat])
                                .toArray(short[][]::new)));
    }

    /** So many countries beside each other, each a little different, with no way from one to another. */
    Country times(int count) {
        List<Seat> all = new ArrayList<>();
        List<short[]> leads = new ArrayList<>();
        for (int copy = 0; copy < count; copy++) {
            for (int seat = 0; seat < seats.size(); seat++) {
                Seat one = seats.get(seat);
                double shift = ((seat * 31 + copy * 17) % 41 - 20) / 10.0;
                all.add(new Seat(
                        "%s-%02d".formatted(one.code, copy),
                        one.place,
                        one.electorate,
                        one.sharePct,
                        one.leadPts + shift));
                leads.add(moved(draws.leads()[seat], shift));
            }
        }
        List<Integer> order = IntStream.range(0, all.size())
                .boxed()
                .sorted(Comparator.comparing(place -> all.get(place).code))
                .toList();
        return new Country(
                order.stream().map(all::get).toList(),
                new JointDraws(
                        order.stream().map(place -> all.get(place).code).toList(),
                        order.stream().map(leads::get).toArray(short[][]::new)));
    }

    /** With a forecast that is so many times as certain: value is more curved, and plans are harder to find. */
    Country moreCertain(double factor) {
        short[][] leads = new short[seats.size()][];
        for (int seat = 0; seat < leads.length; seat++) {
            double mean = seats.get(seat).leadPts * 100;
            short[] own = draws.leads()[seat].clone();
            for (int election = 0; election < own.length; election++) {
                own[election] = (short) Math.round(mean + (own[election] - mean) * factor);
            }
            leads[seat] = own;
        }
        return new Country(seats, new JointDraws(draws.seatCodes(), leads));
    }

    /**
     * The model with win curves from these draws.
     *
     * @param targets nearest contested seats within reach of each local party
     * @param effect how many times the assumed effect work has
     */
    AllocationModel model(JointDraws choosing, int targets, double effect, MoveRules moves) {
        List<SeatReturn> returns = new ArrayList<>();
        List<Supply> supplies = new ArrayList<>();
        List<WorkOption> options = new ArrayList<>();
        List<SeatLimit> limits = new ArrayList<>();
        double votes = seats.stream().mapToDouble(Country::expectedVotes).sum();
        double hoursInAll = HOURS * seats.size() / 632;
        for (int place = 0; place < seats.size(); place++) {
            Seat seat = seats.get(place);
            double ceiling = effect * 0.025 * FINDABLE * seat.sharePct / 100 * seat.electorate;
            double pointsPerVote = 100 / (TURNOUT * seat.electorate);
            returns.add(new SeatReturn(
                    seat.code,
                    DrawnWinCurve.of(choosing.leads()[place], ceiling * pointsPerVote),
                    ceiling,
                    pointsPerVote));
            double hours = hoursInAll * expectedVotes(seat) / votes;
            supplies.add(new Supply(seat.code, seat.code, hours, SHARE_AT_HOME * hours));
            options.add(option(seat, seat, 0, effect));
            nearest(seat, targets).forEach(target -> options.add(option(seat, target, hours(seat, target), effect)));
            limits.add(new SeatLimit(seat.code, Measure.HOURS, SEAT_HOURS));
        }
        return AllocationModel.of(returns, supplies, options, limits, moves);
    }

    private List<Seat> nearest(Seat from, int targets) {
        String copy = from.code.substring(Math.min(from.code.length(), 9));
        return seats.stream()
                .filter(seat -> seat != from && Math.abs(seat.leadPts) < TARGET_LEAD_PTS && seat.code.endsWith(copy))
                .filter(seat -> hours(from, seat) <= REACH_HOURS)
                .sorted(Comparator.comparingDouble(seat -> hours(from, seat)))
                .limit(targets)
                .toList();
    }

    private static WorkOption option(Seat donor, Seat seat, double travelHours, double effect) {
        double productive = 1 - 2 * travelHours / HOURS_PER_DAY;
        return new WorkOption(
                donor.code,
                seat.code,
                donor == seat,
                travelHours,
                effect * VOTES_PER_HOUR * productive,
                1,
                0,
                0,
                Double.POSITIVE_INFINITY);
    }

    private static double hours(Seat from, Seat to) {
        return Travel.between(from.place, to.place).hours();
    }

    private static double expectedVotes(Seat seat) {
        return seat.electorate * seat.sharePct;
    }

    private static short[] moved(short[] leads, double pts) {
        short[] moved = leads.clone();
        for (int election = 0; election < moved.length; election++) {
            moved[election] = (short) Math.round(moved[election] + pts * 100);
        }
        return moved;
    }

    private static double mean(short[] leads) {
        return IntStream.range(0, leads.length)
                .mapToDouble(place -> leads[place] / 100.0)
                .average()
                .orElse(0);
    }
}
