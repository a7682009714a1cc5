package uk.hustings.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import uk.hustings.local.suite.App;
import uk.hustings.local.suite.RunningSuite;

/** campaign-service is killed as {@code kill -9} does while people report contacts. */
class DurabilityTest {

    private static final int WRITERS = 6;
    private static final int ANSWERS_BEFORE_THE_KILL = 25;
    private static final String VICTIM = App.CAMPAIGN.module();

    private final Map<Batch, String> acknowledged = new ConcurrentHashMap<>();
    private final Queue<Batch> unanswered = new ConcurrentLinkedQueue<>();

    private record Batch(String key, int contacts) {}

    /** In a marginal, where no limit applies. */
    @RepeatedTest(3)
    void everyAcknowledgedBatchIsThereOnce() throws Exception {
        LocalParty party = LocalParty.named("north-warwickshire");
        String canvasser = party.canvasser().freshToken();
        long before = party.counted();

        reportUntilItDies(party, canvasser);
        RunningSuite.get().restart(VICTIM);

        assertThat(unanswered).as("batches under way when it died").isNotEmpty();
        acknowledged.forEach(
                (batch, answer) -> assertThat(answerTo(party, canvasser, batch).asString())
                        .as("the retry of an acknowledged batch gets the same answer")
                        .isEqualTo(answer));
        long there = party.counted() - before;
        assertThat(there)
                .isBetween(contacts(acknowledged.keySet()), contacts(acknowledged.keySet()) + contacts(unanswered));

        unanswered.forEach(batch ->
                assertThat(answerTo(party, canvasser, batch).statusCode()).isEqualTo(201));

        assertThat(party.counted() - before).isEqualTo(contacts(acknowledged.keySet()) + contacts(unanswered));
    }

    private void reportUntilItDies(LocalParty party, String canvasser) throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                work.add(writers.submit(() -> reportOnAndOn(party, canvasser)));
            }
            Wait.until(Duration.ofSeconds(30), "answers come in", () -> acknowledged.size() >= ANSWERS_BEFORE_THE_KILL);
            RunningSuite.get().kill(VICTIM);
            for (Future<?> writer : work) {
                writer.get();
            }
        } finally {
            writers.shutdownNow();
        }
    }

    /** Each writer stops at the first batch of which it does not know what became. */
    private void reportOnAndOn(LocalParty party, String canvasser) {
        for (int contacts = 1; ; contacts++) {
            Batch batch = new Batch(UUID.randomUUID().toString(), contacts);
            if (!sent(party, canvasser, batch)) {
                unanswered.add(batch);
                return;
            }
        }
    }

    private boolean sent(LocalParty party, String canvasser, Batch batch) {
        Response answer = party.report(canvasser, batch.contacts(), batch.key());
        if (answer.statusCode() == 201) {
            acknowledged.put(batch, answer.asString());
            return true;
        }
        assertThat(answer.statusCode()).as("a gateway without its service").isIn(502, 503, 504);
        assertThat(answer.contentType()).isEqualTo(Api.PROBLEM);
        return false;
    }

    private static Response answerTo(LocalParty party, String canvasser, Batch batch) {
        return party.report(canvasser, batch.contacts(), batch.key());
    }

    private static long contacts(Iterable<Batch> batches) {
        long sum = 0;
        for (Batch batch : batches) {
            sum += batch.contacts();
        }
        return sum;
    }
}
