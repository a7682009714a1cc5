package uk.hustings.local.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import uk.hustings.local.bench.Comparison.Side;

/**
 * How long and how often is measured.
 *
 * @param length of a round, and of each step of the warm-up
 * @param count of rounds on each side, in turns, so that what disturbs the machine disturbs both
 */
record Rounds(int connections, Duration length, int count) {

    private static final int LEAST_WARM_UP = 4;
    private static final int MOST_WARM_UP = 25;
    private static final double STILL_WARMING = 1.03;

    Comparison compare(Service service, String read, Question question, double aim) {
        int bytes = service.teachPeer(question).body().length;
        byte[] toService = question.bytes(service.port());
        byte[] toPeer = question.bytes(service.peerPort());
        LoadClient ours = new LoadClient(service.port(), () -> toService, question.status());
        LoadClient theirs = new LoadClient(service.peerPort(), () -> toPeer, question.status());
        warmUp(ours);
        warmUp(theirs);
        List<Side> serviceRounds = new ArrayList<>();
        List<Side> peerRounds = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            // Who comes second finds the machine as the first has left it: each does so as often.
            if (n % 2 == 0) {
                serviceRounds.add(round(service, ours));
                peerRounds.add(round(service, theirs));
            } else {
                peerRounds.add(round(service, theirs));
                serviceRounds.add(round(service, ours));
            }
        }
        return new Comparison(read, bytes, aim, serviceRounds, peerRounds);
    }

    /** Until the compiler has nothing left to gain: three rounds without a better one than those before. */
    private void warmUp(LoadClient client) {
        double best = 0;
        int sinceBest = 0;
        for (int n = 0; n < MOST_WARM_UP && (n < LEAST_WARM_UP || sinceBest < 3); n++) {
            double rate = client.forDuration(connections, length).perSecond();
            sinceBest = rate > best * STILL_WARMING ? 0 : sinceBest + 1;
            best = Math.max(best, rate);
        }
    }

    private Side round(Service service, LoadClient client) {
        Duration before = service.processor();
        Figures figures = client.forDuration(connections, length);
        return new Side(figures, service.processor().minus(before));
    }
}
