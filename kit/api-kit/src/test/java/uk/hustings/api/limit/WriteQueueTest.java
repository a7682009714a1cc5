package uk.hustings.api.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.sql.DatabaseLimits;

class WriteQueueTest {

    private static final int CONNECTIONS = 7;
    private static final int AT_A_TIME = 2;
    private static final int WAITING = 3;

    private final Vertx vertx = Vertx.vertx();
    private final List<CompletableFuture<String>> begun = new ArrayList<>();

    @AfterEach
    void stop() {
        vertx.close();
    }

    @Test
    void soManyWorkSoManyWaitAndTheNextIsRefusedAtOnce() throws Exception {
        WriteQueue queue = queue(Duration.ofMinutes(1));
        List<CompletableFuture<String>> writes = new ArrayList<>();
        for (int i = 0; i < AT_A_TIME + WAITING; i++) {
            writes.add(write(queue));
        }
        assertThat(begun()).hasSize(AT_A_TIME);

        assertThatThrownBy(() -> write(queue).get(1, TimeUnit.SECONDS)).satisfies(WriteQueueTest::isTooBusy);

        for (int i = 0; i < writes.size(); i++) {
            awaitBegun(i + 1);
            begun().get(i).complete("done");
            assertThat(writes.get(i).get(1, TimeUnit.SECONDS)).isEqualTo("done");
        }
        assertThat(begun()).hasSize(AT_A_TIME + WAITING);
    }

    @Test
    void aTurnThatDoesNotComeInTimeIsRefusedAndNotTakenLater() throws Exception {
        WriteQueue queue = queue(Duration.ofMillis(50));
        write(queue);
        CompletableFuture<String> failing = write(queue);

        assertThatThrownBy(() -> write(queue).get(1, TimeUnit.SECONDS)).satisfies(WriteQueueTest::isTooBusy);

        begun().get(1).completeExceptionally(new IllegalStateException("failed"));
        assertThatThrownBy(() -> failing.get(1, TimeUnit.SECONDS)).hasMessageContaining("failed");
        write(queue);
        assertThat(begun()).hasSize(AT_A_TIME + 1);
    }

    private static WriteQueue queue(Duration wait) {
        return new WriteQueue(new DatabaseLimits(CONNECTIONS - AT_A_TIME, WAITING, wait), CONNECTIONS);
    }

    /** Has begun or waits when this returns. */
    private CompletableFuture<String> write(WriteQueue queue) throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        CompletableFuture<Void> asked = new CompletableFuture<>();
        vertx.runOnContext(now -> {
            queue.run(this::work).subscribe().with(answer::complete, answer::completeExceptionally);
            asked.complete(null);
        });
        asked.get(1, TimeUnit.SECONDS);
        return answer;
    }

    private Uni<String> work() {
        CompletableFuture<String> done = new CompletableFuture<>();
        synchronized (begun) {
            begun.add(done);
        }
        return Uni.createFrom().completionStage(done);
    }

    private void awaitBegun(int number) throws InterruptedException {
        for (int tries = 0; begun().size() < number && tries < 100; tries++) {
            Thread.sleep(10);
        }
    }

    private List<CompletableFuture<String>> begun() {
        synchronized (begun) {
            return List.copyOf(begun);
        }
    }

    private static void isTooBusy(Throwable failure) {
        assertThat(failure.getCause()).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.type())
                .isEqualTo(ProblemType.OVERLOADED));
    }
}
