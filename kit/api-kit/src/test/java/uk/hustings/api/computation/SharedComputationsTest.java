package uk.hustings.api.computation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;

class SharedComputationsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SharedComputations computations = new SharedComputations(1, 2, 10_000, 10);
    private final CountDownLatch held = new CountDownLatch(1);
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void stop() {
        held.countDown();
        computations.stop(null);
    }

    @Test
    void whoAsksMeanwhileOrLaterGetsTheSameResult() {
        List<CompletableFuture<Integer>> asking = new ArrayList<>();
        for (int n = 0; n < 60; n++) {
            asking.add(ask("key", this::slowly).subscribeAsCompletionStage());
        }
        held.countDown();

        assertThat(asking).allSatisfy(one -> assertThat(one.join()).isEqualTo(1));
        assertThat(result("key", runs::incrementAndGet)).isEqualTo(1);
        assertThat(result("other edition", runs::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void beyondSoManyThatWaitTheNextIsRefused() {
        List<CompletableFuture<Integer>> asking = new ArrayList<>();
        for (int n = 0; n < 3; n++) {
            asking.add(ask("key " + n, this::slowly).subscribeAsCompletionStage());
        }

        assertThatThrownBy(() -> result("key 3", this::slowly))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.OVERLOADED));
        held.countDown();
        asking.forEach(CompletableFuture::join);
        assertThat(result("key 3", this::slowly)).isEqualTo(4);
    }

    @Test
    void whoLeavesStopsNothingForTheOthers() {
        CompletableFuture<Integer> other = ask("key", this::slowly).subscribeAsCompletionStage();
        ask("key", this::slowly).subscribe().with(unused -> {}).cancel();
        held.countDown();

        assertThat(other.join()).isEqualTo(1);
    }

    @Test
    void aFailureIsNotKept() {
        Supplier<Integer> failing = () -> {
            throw ProblemType.NOT_READY.because("not yet");
        };

        assertThatThrownBy(() -> result("key", failing)).isInstanceOf(Problem.class);
        Uni<Integer> again = Uni.createFrom().deferred(() -> ask("key", runs::incrementAndGet));
        // The failure is forgotten after it has been handed out, on the thread of the computation.
        assertThat(again.onFailure().retry().indefinitely().await().atMost(PATIENCE))
                .isEqualTo(1);
    }

    @Test
    void onlySoManyBytesAreKept() {
        for (int n = 0; n < 100; n++) {
            computations
                    .get("key " + n, runs::incrementAndGet, value -> 5_000)
                    .await()
                    .atMost(PATIENCE);
        }
        int before = runs.get();
        for (int n = 0; n < 100; n++) {
            result("key " + n, runs::incrementAndGet);
        }

        assertThat(runs.get() - before).isGreaterThanOrEqualTo(98);
    }

    private Integer slowly() {
        try {
            held.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return runs.incrementAndGet();
    }

    private Uni<Integer> ask(String key, Supplier<Integer> work) {
        return computations.get(key, work, value -> 1);
    }

    private Integer result(String key, Supplier<Integer> work) {
        return ask(key, work).await().atMost(PATIENCE);
    }
}
