package uk.hustings.api.computation;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import uk.hustings.api.problem.ProblemType;

/**
 * Works out each costly result once, however many ask for it meanwhile, and keeps it. The computations have a few threads
 * of their own, so that neither the event loops nor the threads of other requests are held by them.
 */
@Singleton
public class SharedComputations {

    private record Result(Object value, long bytes) {}

    private final ThreadPoolExecutor threads;
    private final AsyncCache<Object, Result> results;

    @Inject
    SharedComputations(SharedComputationsConfig config) {
        this(config.threads(), config.maxWaiting(), config.maxSize().asLongValue(), config.maxResults());
    }

    SharedComputations(int threads, int maxWaiting, long maxBytes, int maxResults) {
        this.threads = new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(maxWaiting), named());
        // A cache is bounded by weight or by number: as every result weighs its share at least, it is by both.
        long share = Math.max(1, maxBytes / maxResults);
        this.results = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .<Object, Result>weigher(
                        (key, result) -> (int) Math.min(Integer.MAX_VALUE, Math.max(share, result.bytes)))
                .buildAsync();
    }

    void stop(@Observes ShutdownEvent stopping) {
        threads.shutdownNow();
    }

    /**
     * The result of a computation, worked out now or before. A failure is not kept.
     *
     * @param key everything that the result depends on, with {@code equals}: the edition of the data too
     * @param work runs on a thread of its own, without the caller's context
     * @param bytes that the result takes in memory, roughly
     * @throws uk.hustings.api.problem.Problem OVERLOADED, through the {@code Uni}
     */
    public <T> Uni<T> get(Object key, Supplier<T> work, ToLongFunction<T> bytes) {
        return Uni.createFrom().completionStage(() -> {
            // Each has a stage of its own: who leaves cancels nothing for the others.
            return start(key, work, bytes).thenApply(SharedComputations::<T>valueOf);
        });
    }

    private <T> CompletableFuture<Result> start(Object key, Supplier<T> work, ToLongFunction<T> bytes) {
        try {
            return results.get(
                    key,
                    (missing, unused) -> CompletableFuture.supplyAsync(
                            () -> {
                                T value = work.get();
                                return new Result(value, bytes.applyAsLong(value));
                            },
                            threads));
        } catch (RejectedExecutionException full) {
            throw ProblemType.OVERLOADED.because("Too many costly answers are being worked out at the moment.");
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T valueOf(Result result) {
        return (T) result.value;
    }

    private static ThreadFactory named() {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "computation-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
