package uk.hustings.polls.forecast.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.hipparchus.stat.descriptive.DescriptiveStatistics;
import org.hipparchus.stat.regression.SimpleRegression;
import uk.hustings.polls.average.domain.AverageParameters;
import uk.hustings.polls.average.domain.NationalAverage;
import uk.hustings.polls.average.domain.NationalPoll;
import uk.hustings.polls.average.domain.ShareScale;

/**
 * How the parameters of a forecast are learned from elections and polls before it. Each method takes the data of one
 * question and gives its answer; nothing here looks at what it is not given.
 */
public final class Fitting {

    private static final double LEAST_PCT = 0.5;
    private static final double SMALL_PCT = 3;

    private Fitting() {}

    /**
     * How far final polls missed a lead.
     *
     * @param bias points by which they put it too high
     * @param sd of the error of the mean of an election's final polls, points
     */
    public record LeadErrors(double bias, double sd) {

        /** {@link ForecastParameters#national} that gives two parties of these shares a lead with that error. */
        public double national(double firstPct, double secondPct) {
            double first = firstPct / 100;
            double second = secondPct / 100;
            double difference = first - second;
            return sd / 100 / Math.sqrt(first + second - difference * difference);
        }
    }

    /**
     * Puts the errors of final polls together, election by election, as a random-effects meta-analysis does (DerSimonian and
     * Laird 1986): an election with one poll counts for less than one with nine, but no election for nothing.
     *
     * @param errors by election: what each pollster's last poll said of the lead less what it was, points
     */
    public static LeadErrors leadErrors(Map<String, List<Double>> errors) {
        double within = errors.values().stream()
                .filter(polls -> polls.size() > 2)
                .mapToDouble(polls -> statistics(polls).getVariance())
                .average()
                .orElseThrow();
        double[] means = errors.values().stream()
                .mapToDouble(polls -> statistics(polls).getMean())
                .toArray();
        double[] variances = errors.values().stream()
                .mapToDouble(polls -> within / polls.size())
                .toArray();
        double between = betweenVariance(means, variances);
        double weights = 0;
        double weighted = 0;
        for (int election = 0; election < means.length; election++) {
            double weight = 1 / (variances[election] + between);
            weights += weight;
            weighted += weight * means[election];
        }
        return new LeadErrors(weighted / weights, Math.sqrt(between + 1 / weights));
    }

    private static double betweenVariance(double[] means, double[] variances) {
        double sum = 0;
        double squares = 0;
        double weighted = 0;
        for (int each = 0; each < means.length; each++) {
            sum += 1 / variances[each];
            squares += 1 / (variances[each] * variances[each]);
            weighted += means[each] / variances[each];
        }
        double heterogeneity = 0;
        for (int each = 0; each < means.length; each++) {
            heterogeneity += Math.pow(means[each] - weighted / sum, 2) / variances[each];
        }
        return Math.max(0, (heterogeneity - (means.length - 1)) / (sum - squares / sum));
    }

    /**
     * How seats changed apart from the country.
     *
     * @param seatSd of a seat's change around its region's, at a share of 40
     * @param regionSd of a region's change around the country's, at a share of 40
     * @param slope of the change on how strong the party was, points a point
     * @param kurtosis of the seats' own changes; 3 would be normal
     */
    public record SeatChanges(double seatSd, double regionSd, double slope, double kurtosis, int seats) {}

    /**
     * One party from one general election to the next: the change is regressed on where the party stood; what is left, put on
     * the scale of a share of 40, is divided into between and within regions by an analysis of variance.
     *
     * @param region by seat; regions that are countries of their own do not count towards the regions' spread
     * @param apart regions that are left out of that spread
     */
    public static SeatChanges seatChanges(
            Map<String, Double> before, Map<String, Double> after, Map<String, String> region, List<String> apart) {
        List<String> seats = before.keySet().stream()
                .filter(seat -> before.get(seat) > LEAST_PCT && after.getOrDefault(seat, 0.0) > LEAST_PCT)
                .sorted()
                .toList();
        SimpleRegression regression = new SimpleRegression();
        seats.forEach(seat -> regression.addData(before.get(seat), after.get(seat) - before.get(seat)));
        Map<String, DescriptiveStatistics> byRegion = new TreeMap<>();
        DescriptiveStatistics all = new DescriptiveStatistics();
        for (String seat : seats) {
            double change = regression.predict(before.get(seat));
            double left = after.get(seat) - before.get(seat) - change;
            double scaled = left / ShareScale.of(before.get(seat) + change);
            byRegion.computeIfAbsent(region.get(seat), any -> new DescriptiveStatistics())
                    .addValue(scaled);
            all.addValue(scaled);
        }
        double within = 0;
        for (DescriptiveStatistics each : byRegion.values()) {
            within += each.getN() < 2 ? 0 : each.getVariance() * (each.getN() - 1);
        }
        within /= seats.size() - byRegion.size();
        byRegion.keySet().removeAll(apart);
        return new SeatChanges(
                Math.sqrt(within),
                Math.sqrt(betweenRegions(byRegion.values().stream().toList(), within)),
                regression.getSlope(),
                all.getKurtosis() + 3,
                seats.size());
    }

    private static double betweenRegions(List<DescriptiveStatistics> regions, double within) {
        if (regions.size() < 2) {
            return 0;
        }
        double count = regions.stream().mapToDouble(DescriptiveStatistics::getN).sum();
        double mean =
                regions.stream().mapToDouble(DescriptiveStatistics::getSum).sum() / count;
        double squares = regions.stream()
                .mapToDouble(region -> (double) region.getN() * region.getN())
                .sum();
        double between = regions.stream()
                        .mapToDouble(region -> region.getN() * Math.pow(region.getMean() - mean, 2))
                        .sum()
                / (regions.size() - 1);
        double size = (count - squares / count) / (regions.size() - 1);
        return Math.max(0, (between - within) / size);
    }

    /**
     * Root mean square error of polls of a seat against its next vote, on the scale of a share of 40.
     *
     * @param errors poll less vote, points, beside the vote, points
     */
    public static double seatPollSd(List<double[]> errors) {
        return Math.sqrt(errors.stream()
                .mapToDouble(error -> error[0] * error[0] / ShareScale.squared(error[1]))
                .average()
                .orElseThrow());
    }

    /**
     * By how much a seat moves in a day apart from the country, from polls that one pollster repeated in one seat: the
     * squared change, less what sampling explains, on the days between, through nothing.
     */
    public static double seatDriftSd(List<SeatPoll> polls, List<NationalPoll> national, AverageParameters parameters) {
        NationalAverage average = NationalAverage.of(national, parameters);
        Map<String, List<SeatPoll>> series = polls.stream()
                .sorted(Comparator.comparing(SeatPoll::end))
                .collect(Collectors.groupingBy(
                        poll -> poll.seat() + "/" + poll.house(), TreeMap::new, Collectors.toList()));
        double products = 0;
        double squares = 0;
        for (List<SeatPoll> waves : series.values()) {
            for (int wave = 1; wave < waves.size(); wave++) {
                SeatPoll then = waves.get(wave - 1);
                SeatPoll now = waves.get(wave);
                double days = now.end().toEpochDay() - then.end().toEpochDay();
                for (String party : average.parties()) {
                    double excess = excess(party, then, now, average);
                    if (!Double.isNaN(excess)) {
                        products += days * excess;
                        squares += days * days;
                    }
                }
            }
        }
        return Math.sqrt(Math.max(0, products / squares));
    }

    /** Squared change apart from the country's, less the variance of two samples; at a share of 40. */
    private static double excess(String party, SeatPoll then, SeatPoll now, NationalAverage average) {
        Double before = then.sharesPct().get(party);
        Double after = now.sharesPct().get(party);
        var countryThen = average.asOf(party, then.end());
        var countryNow = average.asOf(party, now.end());
        if (before == null || after == null || countryThen.isEmpty() || countryNow.isEmpty()) {
            return Double.NaN;
        }
        double mean = (before + after) / 2;
        if (mean < SMALL_PCT) {
            return Double.NaN;
        }
        double change =
                after - before - (countryNow.get().pct() - countryThen.get().pct());
        double sampling = mean * (100 - mean) * (1 / then.sampleSize() + 1 / now.sampleSize());
        return (change * change - sampling) / ShareScale.squared(mean);
    }

    /**
     * The parameters of the average under which the polls, each given those before it, were the most likely, of a grid.
     *
     * @param until polls that ended later are not looked at
     */
    public static AverageParameters average(List<NationalPoll> polls, LocalDate until, List<AverageParameters> grid) {
        List<NationalPoll> known =
                polls.stream().filter(poll -> !poll.end().isAfter(until)).toList();
        Map<AverageParameters, Double> likelihoods = new HashMap<>();
        for (AverageParameters each : grid) {
            likelihoods.put(each, NationalAverage.of(known, each).logLikelihood());
        }
        return best(grid, likelihoods::get);
    }

    private static AverageParameters best(List<AverageParameters> grid, ToDoubleFunction<AverageParameters> value) {
        return grid.stream().max(Comparator.comparingDouble(value)).orElseThrow();
    }

    private static DescriptiveStatistics statistics(List<Double> values) {
        return new DescriptiveStatistics(
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
