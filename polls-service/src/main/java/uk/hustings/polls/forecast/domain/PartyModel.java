package uk.hustings.polls.forecast.domain;

import static uk.hustings.polls.forecast.domain.SeatModel.variance;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.hustings.polls.average.domain.NationalAverage;
import uk.hustings.polls.average.domain.ShareScale;
import uk.hustings.polls.forecast.domain.GroupedRegression.Effect;
import uk.hustings.polls.forecast.domain.GroupedRegression.Group;
import uk.hustings.polls.forecast.domain.GroupedRegression.Solution;

/**
 * How one party's share has changed since the baseline, seat by seat: the change of a seat is a common one, plus a slope on
 * how strong the party was there, plus its region's, plus its own; what a poll of the seat shows is that, plus what the
 * pollster's polls of seats have in common (they lean towards or away from a party; the leaning is taken away again), plus
 * the poll's own error, which grows with its age. A seat's own change has heavy tails (Lange, Little and Taylor 1989), so
 * that one seat that breaks away is believed and does not drag the others along.
 */
final class PartyModel {

    private static final int COMMON = 0;
    private static final int SLOPE = 1;
    private static final int FIRST_REGION = 2;
    private static final double DIFFUSE = 1e4;
    private static final int ROUNDS = 8;
    private static final int LEVELLINGS = 30;

    private final SeatModel model;
    private final Field field;
    private final ForecastParameters parameters;
    private final int party;
    private final NationalAverage average;
    private final LocalDate asOf;
    private final String code;
    private final List<Integer> seats;
    private final Map<Integer, List<SeatPoll>> polls = new TreeMap<>();
    private final List<String> houses;
    /** National share now, points; NaN if no national poll reports the party. */
    private final double target;

    private final double averagePct;
    private final double[] priorMean;

    PartyModel(
            SeatModel model,
            int party,
            List<SeatPoll> allPolls,
            NationalAverage average,
            Map<String, Double> expectedPct,
            LocalDate asOf) {
        this.model = model;
        this.field = model.field;
        this.parameters = model.parameters;
        this.party = party;
        this.average = average;
        this.asOf = asOf;
        this.code = field.parties.get(party);
        this.seats = model.seatsWith(party);
        Map<String, Integer> rows = new HashMap<>();
        seats.forEach(seat -> rows.put(field.seats.get(seat).key(), seat));
        allPolls.stream()
                .filter(poll ->
                        rows.containsKey(poll.seat()) && poll.sharesPct().containsKey(code))
                .forEach(poll -> polls.computeIfAbsent(rows.get(poll.seat()), seat -> new ArrayList<>())
                        .add(poll));
        this.houses = List.copyOf(polls.values().stream()
                .flatMap(List::stream)
                .map(SeatPoll::house)
                .collect(Collectors.toCollection(TreeSet::new)));
        this.target = expectedPct.getOrDefault(code, Double.NaN);
        this.averagePct = averageOfItsSeats();
        this.priorMean = priorMean();
    }

    void fit() {
        if (seats.isEmpty()) {
            return;
        }
        double[] own = new double[field.seatCount()];
        double[] ownVariance = new double[field.seatCount()];
        Map<Integer, Group> groups = groups();
        Map<Integer, Double> outlying = new HashMap<>();
        Solution solution = new Solution(priorMean, priorVariance());
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<Integer, Group> group : groups.entrySet()) {
                int seat = group.getKey();
                group.setValue(
                        group.getValue().sharing(expectedVariance(seat, solution) * outlying.getOrDefault(seat, 1.0)));
            }
            solution = new GroupedRegression(priorMean, priorVariance()).solve(List.copyOf(groups.values()));
            for (Map.Entry<Integer, Group> group : groups.entrySet()) {
                int seat = group.getKey();
                Effect effect = solution.effectOf(group.getValue());
                own[seat] = effect.mean();
                ownVariance[seat] = effect.variance();
                double squared = effect.mean() * effect.mean() + effect.variance();
                outlying.put(
                        seat,
                        Math.max(
                                1,
                                (parameters.seatDegrees() + squared / expectedVariance(seat, solution))
                                        / (parameters.seatDegrees() + 1)));
            }
        }
        write(solution, own, ownVariance);
    }

    private boolean isTracked() {
        return !Double.isNaN(target);
    }

    private void write(Solution solution, double[] own, double[] ownVariance) {
        double[] means = new double[field.seatCount()];
        for (int seat : seats) {
            means[seat] = expected(seat, solution) + own[seat];
            double variance = polls.containsKey(seat) ? ownVariance[seat] : expectedVariance(seat, solution);
            model.seatSd[seat][party] = Math.sqrt(variance);
            model.centredPct[seat][party] = centred(seat);
        }
        if (isTracked()) {
            meetNationalPolls(means);
        }
        for (int seat : seats) {
            model.meanPct[seat][party] = Math.max(SeatModel.LEAST_PCT, means[seat]);
        }
        model.slopeSd[party] = Math.sqrt(solution.variance()[SLOPE]);
        for (int region = 0; region < model.regions.size(); region++) {
            model.regionSd[region][party] = Math.sqrt(solution.variance()[FIRST_REGION + region]);
        }
    }

    /** Moves all seats alike, but for those of countries that have a level of their own, until all votes are as polled. */
    private void meetNationalPolls(double[] means) {
        double votes = 0;
        double movable = 0;
        for (int seat = 0; seat < field.seatCount(); seat++) {
            if (field.seats.get(seat).inNationalPolls()) {
                votes += field.seats.get(seat).validVotes();
                movable += isMovable(seat) ? field.seats.get(seat).validVotes() : 0;
            }
        }
        for (int round = 0; round < LEVELLINGS && movable > 0; round++) {
            double sum = 0;
            for (int seat : seats) {
                sum += Math.max(SeatModel.LEAST_PCT, means[seat])
                        * field.seats.get(seat).validVotes();
            }
            double missing = (target - sum / votes) * votes / movable;
            for (int seat : seats) {
                means[seat] += isMovable(seat) ? missing : 0;
            }
        }
    }

    private boolean isMovable(int seat) {
        return field.stands[seat][party] && !field.settled[seat] && !model.ownLevel[seat];
    }

    private Map<Integer, Group> groups() {
        Map<Integer, Group> groups = new TreeMap<>();
        polls.forEach((seat, ofSeat) -> {
            double[][] x = new double[ofSeat.size()][];
            double[] y = new double[ofSeat.size()];
            double[] variance = new double[ofSeat.size()];
            for (int row = 0; row < ofSeat.size(); row++) {
                SeatPoll poll = ofSeat.get(row);
                x[row] = predictors(seat, poll.house());
                y[row] = poll.sharesPct().get(code) + movementSince(poll.end(), seat) - field.baseline[seat][party];
                variance[row] = errorVariance(poll);
            }
            groups.put(seat, new Group(x, y, variance, 0));
        });
        return groups;
    }

    private double errorVariance(SeatPoll poll) {
        double pct = poll.sharesPct().get(code);
        double sampling = parameters.average().designEffect() * ShareScale.squared(pct) * 2400 / poll.sampleSize();
        double drift = variance(parameters.seatDriftSd(), pct) * ChronoUnit.DAYS.between(poll.end(), asOf);
        double beyond = variance(poll.isByElection() ? parameters.byElectionSd() : parameters.seatPollSd(), pct);
        return sampling + drift + beyond;
    }

    /** How the country has moved since a poll, as national polls tell; nothing where the country goes its own way. */
    private double movementSince(LocalDate day, int seat) {
        if (!isTracked() || model.ownLevel[seat]) {
            return 0;
        }
        double then = average.pctAsOf(code, day).orElseGet(() -> field.nationalBaselinePct(party));
        return average.pctAsOf(code, asOf).orElse(then) - then;
    }

    private double[] predictors(int seat, String house) {
        double[] x = new double[FIRST_REGION + model.regions.size() + houses.size()];
        x[COMMON] = 1;
        x[SLOPE] = centred(seat);
        x[FIRST_REGION + model.regionOf[seat]] = 1;
        if (house != null) {
            x[FIRST_REGION + model.regions.size() + houses.indexOf(house)] = 1;
        }
        return x;
    }

    private double expected(int seat, Solution solution) {
        return field.baseline[seat][party] + solution.predict(predictors(seat, null));
    }

    private double expectedVariance(int seat, Solution solution) {
        return variance(parameters.seatSd(), Math.max(1, expected(seat, solution)));
    }

    private double centred(int seat) {
        return field.baseline[seat][party] - averagePct;
    }

    private double averageOfItsSeats() {
        double sum = 0;
        double votes = 0;
        for (int seat : seats) {
            sum += field.baseline[seat][party] * field.seats.get(seat).validVotes();
            votes += field.seats.get(seat).validVotes();
        }
        return votes == 0 ? 0 : sum / votes;
    }

    private double[] priorMean() {
        double[] mean = new double[FIRST_REGION + model.regions.size() + houses.size()];
        if (isTracked()) {
            double before = field.nationalBaselinePct(party);
            mean[COMMON] = target - before;
            mean[SLOPE] = before > 0 ? parameters.proportional() * Math.min(0, target - before) / before : 0;
        }
        return mean;
    }

    private double[] priorVariance() {
        double[] variance = new double[FIRST_REGION + model.regions.size() + houses.size()];
        Arrays.fill(variance, parameters.regionSd() * parameters.regionSd());
        boolean polled = !polls.isEmpty();
        double unpolled = variance(parameters.unpolledChangeSd(), averagePct);
        variance[COMMON] = isTracked() ? DIFFUSE : polled ? parameters.countrySd() * parameters.countrySd() : unpolled;
        variance[SLOPE] = parameters.slopeSd() * parameters.slopeSd();
        for (int seat : seats) {
            if (isTracked() && model.ownLevel[seat]) {
                variance[FIRST_REGION + model.regionOf[seat]] = parameters.countrySd() * parameters.countrySd();
            }
        }
        double level = isTracked() ? Math.max(3, target) : Math.max(3, averagePct);
        for (int house = 0; house < houses.size(); house++) {
            double sd = houses.get(house).equals(SeatPoll.BY_ELECTION)
                    ? parameters.byElectionHouseSd()
                    : parameters.seatPollHouseSd();
            variance[FIRST_REGION + model.regions.size() + house] = variance(sd, level);
        }
        return variance;
    }
}
