package uk.hustings.local.bench;

import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A read of the service beside the same bytes from the static peer, round for round.
 *
 * @param aim least ratio of requests per second; NaN if there is none
 */
record Comparison(String read, int bytes, double aim, List<Side> service, List<Side> peer) {

    /** One round on one side, with the processor time that the JVM took for it. */
    record Side(Figures figures, Duration processor) {

        double processorMicros() {
            return processor.toNanos() / 1e3 / Math.max(1, figures.nanos().length);
        }
    }

    /**
     * Requests per second of the service as a share of the peer's: the median over the rounds, each held against its
     * neighbour in time, which found the machine as busy.
     */
    double ratio() {
        return Median.of(IntStream.range(0, service.size())
                .mapToDouble(round -> service.get(round).figures.perSecond()
                        / peer.get(round).figures.perSecond())
                .toArray());
    }

    boolean missesAim() {
        return ratio() < aim;
    }

    static double median(List<Side> rounds, ToDoubleFunction<Side> figure) {
        return Median.of(rounds.stream().mapToDouble(figure).toArray());
    }
}
