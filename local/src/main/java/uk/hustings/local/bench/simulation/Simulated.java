package uk.hustings.local.bench.simulation;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import uk.hustings.local.bench.Median;
import uk.hustings.local.bench.simulation.Stopwatch.Time;

/**
 * What drawing so many elections took, in rounds taken in turns: the forecast from its inputs to the last tipping point,
 * the matrices from the same inputs to who won what.
 *
 * @param fit a forecast of one election: what does not grow with their number
 * @param multiplying processor seconds that the matrices took for products, by round
 * @param furthestApart most that the two differ in, over all probabilities to win a seat
 */
public record Simulated(
        int seats,
        int elections,
        List<Time> forecast,
        List<Time> matrices,
        Time fit,
        List<Double> multiplying,
        double furthestApart) {

    static final double SECONDS_AIM = 1;

    /** How many times as many elections a second the forecast draws: the median over the rounds. */
    double ratio() {
        return Median.of(IntStream.range(0, forecast.size())
                .mapToDouble(round ->
                        matrices.get(round).clock() / forecast.get(round).clock())
                .toArray());
    }

    double seconds() {
        return median(forecast, Time::clock);
    }

    boolean missesAim() {
        return seconds() > SECONDS_AIM;
    }

    static <T> double median(List<T> rounds, ToDoubleFunction<T> figure) {
        return Median.of(rounds.stream().mapToDouble(figure).toArray());
    }
}
