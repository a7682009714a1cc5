package uk.hustings.polls.forecast.domain;

import static uk.hustings.polls.average.domain.ShareScale.squared;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.hustings.polls.average.domain.NationalAverage;

/**
 * What is expected of each seat before anything is drawn: the baseline, moved by what national polls say, by how countries,
 * regions and strongholds move differently where polls of seats show it, and by what a seat's own polls say beyond that.
 * Arrays are by seat and party in the order of the {@link Field}.
 */
final class SeatModel {

    /** No party that stands is expected below this. */
    static final double LEAST_PCT = 0.3;

    private static final double OTHER_SD = 1;
    private static final double STRONG_OTHER_SD = 3;
    private static final double STRONG_OTHER_PCT = 8;

    final Field field;
    final ForecastParameters parameters;
    final List<String> regions;
    final int[] regionOf;
    /** By seat: whether the level of its country is that of its own polls. */
    final boolean[] ownLevel;

    final double[][] meanPct;
    final double[][] seatSd;
    /** By region and party, at a share of 40. */
    final double[][] regionSd;
    /** By party: points for each point of {@link #centredPct}. */
    final double[] slopeSd;
    /** How much stronger than its average a party was in a seat. */
    final double[][] centredPct;

    private SeatModel(Field field, ForecastParameters parameters, Set<String> ownLevelCountries) {
        int seats = field.seatCount();
        int parties = field.partyCount();
        this.field = field;
        this.parameters = parameters;
        this.regions = List.copyOf(
                field.seats.stream().map(BaselineSeat::region).collect(Collectors.toCollection(TreeSet::new)));
        this.regionOf = field.seats.stream()
                .mapToInt(seat -> regions.indexOf(seat.region()))
                .toArray();
        this.ownLevel = new boolean[seats];
        for (int seat = 0; seat < seats; seat++) {
            ownLevel[seat] = ownLevelCountries.contains(field.seats.get(seat).country());
        }
        this.meanPct = new double[seats][parties];
        this.seatSd = new double[seats][parties];
        this.regionSd = new double[regions.size()][parties];
        this.slopeSd = new double[parties];
        this.centredPct = new double[seats][parties];
    }

    static SeatModel fit(ForecastInputs inputs) {
        NationalAverage average =
                NationalAverage.of(inputs.nationalPolls(), inputs.parameters().average());
        Map<String, Double> nationalPct = new TreeMap<>();
        average.asOf(inputs.asOf()).forEach((party, estimate) -> nationalPct.put(party, estimate.pct()));
        Field field = Field.of(inputs, nationalPct.keySet());
        List<SeatPoll> polls = inputs.seatPolls().stream()
                .filter(poll -> !poll.end().isAfter(inputs.asOf()))
                .toList();
        SeatModel model = new SeatModel(field, inputs.parameters(), ownLevelCountries(field, polls, inputs));
        Map<String, Double> expected =
                withoutLeadBias(nationalPct, inputs.parameters().leadBiasPts());
        for (int party = 0; party < field.other(); party++) {
            new PartyModel(model, party, polls, average, expected, inputs.asOf()).fit();
        }
        model.finish();
        return model;
    }

    /** Every seat as it was at the baseline. */
    static SeatModel ofBaseline(Field field, ForecastParameters parameters) {
        SeatModel model = new SeatModel(field, parameters, Set.of());
        for (int seat = 0; seat < field.seatCount(); seat++) {
            model.meanPct[seat] = field.baseline[seat].clone();
        }
        return model;
    }

    /** For expectations that come from elsewhere: errors of the usual size around them. */
    SeatModel withErrorsOfItsOwn() {
        for (int seat = 0; seat < field.seatCount(); seat++) {
            normalise(meanPct[seat]);
            for (int party = 0; party < field.partyCount() && !field.settled[seat]; party++) {
                seatSd[seat][party] = Math.sqrt(variance(parameters.seatSd(), meanPct[seat][party]));
            }
        }
        for (double[] region : regionSd) {
            Arrays.fill(region, parameters.regionSd());
        }
        return this;
    }

    /** What voters may do that polls have not told: half of the bias goes to each of the two. */
    private static Map<String, Double> withoutLeadBias(Map<String, Double> nationalPct, double biasPts) {
        Map<String, Double> expected = new TreeMap<>(nationalPct);
        if (expected.containsKey("con") && expected.containsKey("lab")) {
            expected.merge("con", biasPts / 2, Double::sum);
            expected.merge("lab", -biasPts / 2, Double::sum);
        }
        return expected;
    }

    /** Countries with many polls of their seats; the largest one is what national polls measure anyway. */
    static Set<String> ownLevelCountries(Field field, List<SeatPoll> polls, ForecastInputs inputs) {
        Map<String, String> countryOf =
                field.seats.stream().collect(Collectors.toMap(BaselineSeat::key, BaselineSeat::country));
        Map<String, Long> counts = polls.stream()
                .filter(poll -> !poll.isByElection() && countryOf.containsKey(poll.seat()))
                .collect(Collectors.groupingBy(poll -> countryOf.get(poll.seat()), Collectors.counting()));
        String largest = largestCountry(field);
        return counts.keySet().stream()
                .filter(country -> !country.equals(largest)
                        && counts.get(country) >= inputs.parameters().ownLevelPolls())
                .collect(Collectors.toSet());
    }

    /** National polls are mostly of it, so that its level is theirs. */
    private static String largestCountry(Field field) {
        Map<String, Long> seats = field.seats.stream()
                .collect(Collectors.groupingBy(BaselineSeat::country, TreeMap::new, Collectors.counting()));
        return seats.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private void finish() {
        fillOther();
        for (int seat = 0; seat < field.seatCount(); seat++) {
            if (field.settled[seat]) {
                meanPct[seat] = field.baseline[seat].clone();
                seatSd[seat] = new double[field.partyCount()];
            }
            normalise(meanPct[seat]);
        }
    }

    /** The bucket keeps its places and takes nationally what the parties leave. */
    private void fillOther() {
        int other = field.other();
        double left = 100;
        for (int party = 0; party < other; party++) {
            left -= field.nationalPct(party, meanPct);
        }
        double before = field.nationalBaselinePct(other);
        double factor = before <= 0 ? 1 : Math.min(1, Math.max(0.1, Math.max(left, 0.5) / before));
        for (int seat = 0; seat < field.seatCount(); seat++) {
            double pct = field.baseline[seat][other];
            meanPct[seat][other] = field.seats.get(seat).inNationalPolls() ? pct * factor : pct;
            seatSd[seat][other] = pct > STRONG_OTHER_PCT ? STRONG_OTHER_SD : Math.min(pct, OTHER_SD);
        }
    }

    static void normalise(double[] shares) {
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        for (int party = 0; party < shares.length; party++) {
            shares[party] = sum == 0 ? 0 : shares[party] * 100 / sum;
        }
    }

    /** Expected shares of all votes in the seats that national polls speak of, by party. */
    double[] nationalPct() {
        double[] national = new double[field.partyCount()];
        for (int party = 0; party < national.length; party++) {
            national[party] = field.nationalPct(party, meanPct);
        }
        return national;
    }

    /** Variance of a share of this size whose standard deviation at 40 is given. */
    static double variance(double sdAt40, double pct) {
        return sdAt40 * sdAt40 * squared(pct);
    }

    List<Integer> seatsWith(int party) {
        List<Integer> seats = new ArrayList<>();
        for (int seat = 0; seat < field.seatCount(); seat++) {
            if (field.stands[seat][party] && !field.settled[seat]) {
                seats.add(seat);
            }
        }
        return seats;
    }
}
