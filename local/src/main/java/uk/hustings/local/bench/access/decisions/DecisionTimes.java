package uk.hustings.local.bench.access.decisions;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;
import uk.hustings.local.bench.BenchFailed;

/**
 * How long one took to decide, in nanoseconds, a few of which are the clock's.
 *
 * @param decider who decided
 * @param mean of all
 * @param median of all
 * @param p99 ninety-nine of a hundred took no longer
 * @param samples decisions that were timed
 */
public record DecisionTimes(String decider, double mean, double median, double p99, long samples) {

    /**
     * Measures both, each in a JVM of its own.
     *
     * @param iterations seconds that are measured, after half as many to warm up
     * @throws BenchFailed if JMH cannot run
     */
    public static List<DecisionTimes> measure(int iterations) {
        try {
            Collection<RunResult> results = new Runner(new OptionsBuilder()
                            .include("^" + DecisionsBenchmark.class.getName().replace(".", "\\.") + "\\.")
                            .forks(1)
                            .warmupIterations((iterations + 1) / 2)
                            .warmupTime(TimeValue.seconds(1))
                            .measurementIterations(iterations)
                            .measurementTime(TimeValue.seconds(1))
                            .shouldFailOnError(true)
                            // The threads that follow locks end with the JVM; JMH would wait half a minute for them.
                            .jvmArgsAppend("-Djmh.shutdownTimeout=0")
                            .verbosity(VerboseMode.SILENT)
                            .build())
                    .run();
            return results.stream().map(DecisionTimes::of).toList();
        } catch (RunnerException failed) {
            throw new BenchFailed("JMH could not measure: " + failed.getMessage());
        }
    }

    private static DecisionTimes of(RunResult result) {
        Statistics nanos = result.getPrimaryResult().getStatistics();
        return new DecisionTimes(
                result.getPrimaryResult().getLabel(),
                nanos.getMean(),
                nanos.getPercentile(50),
                nanos.getPercentile(99),
                nanos.getN());
    }
}
