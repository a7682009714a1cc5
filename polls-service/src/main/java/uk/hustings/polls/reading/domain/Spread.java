package uk.hustings.polls.reading.domain;

import java.util.Collection;
import org.hipparchus.stat.StatUtils;

/**
 * A figure over a set of polls, each of which counts once, however many people it asked.
 *
 * @param n polls, 1 or more
 * @param mean of the figure
 * @param sd standard deviation between the polls (n−1 below the line); null with one poll
 * @param rootMeanSquare how far the figure is from 0
 */
public record Spread(int n, double mean, Double sd, double rootMeanSquare) {

    /** @param figures one or more */
    static Spread of(Collection<Double> figures) {
        double[] values = figures.stream().mapToDouble(Double::doubleValue).toArray();
        return new Spread(
                values.length,
                StatUtils.mean(values),
                values.length == 1 ? null : Double.valueOf(Math.sqrt(StatUtils.variance(values))),
                Math.sqrt(StatUtils.sumSq(values) / values.length));
    }
}
