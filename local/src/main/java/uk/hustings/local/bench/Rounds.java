package uk.hustings.local.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import uk.hustings.local.bench.Comparison.Side;

/**
 * How long and how often is measured.
 *
 * @param warmUp of each side before the first round
 * @param length of a round
 * @param count of rounds on each side, in turns, so that what disturbs the machine disturbs both
 */
record Rounds(int connections, Duration warmUp, Duration length, int count) {

    Comparison compare(Service service, String read, Question question, double aim) {
        int bytes = service.teachPeer(question).body().length;
        byte[] toService = question.bytes(service.port());
        byte[] toPeer = question.bytes(service.peerPort());
        LoadClient ours = new LoadClient(service.port(), () -> toService, question.status());
        LoadClient theirs = new LoadClient(service.peerPort(), () -> toPeer, question.status());
        ours.forDuration(connections, warmUp);
        theirs.forDuration(connections, warmUp);
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

    private Side round(Service service, LoadClient client) {
        Duration before = service.processor();
        Figures figures = client.forDuration(connections, length);
        return new Side(figures, service.processor().minus(before));
    }
}
