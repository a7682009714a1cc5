package uk.hustings.local.bench.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import uk.hustings.local.bench.BenchFailed;
import uk.hustings.local.bench.Figures;
import uk.hustings.local.bench.Question;
import uk.hustings.local.bench.SteadyClient;
import uk.hustings.local.process.Processes;
import uk.hustings.local.suite.App;

/** 500 guarded reads a second, a quarter at each replica, until it is stopped. */
final class SteadyLoad {

    static final int PER_SECOND = 500;

    private static final int REPLICAS = 2 * FourReplicas.NUMBERS.size();
    private static final int CONNECTIONS = 2;
    private static final Duration SLICE = Duration.ofSeconds(5);

    /** New JVMs answer slowly at first: they are warm when each has kept up for so many slices. */
    private static final int WARM_SLICES = 2;

    /** Of the requests that are due. */
    private static final double KEPT_UP = 0.95;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicInteger keptUp = new AtomicInteger();
    private final List<Future<List<Figures>>> slices = new ArrayList<>();
    private final long begun = System.nanoTime();

    private SteadyLoad() {}

    /** @param bystander nobody locks it meanwhile */
    static SteadyLoad start(FourReplicas replicas, LockedSeat bystander) {
        SteadyLoad load = new SteadyLoad();
        String token = "Bearer " + bystander.organiser();
        Question access = Question.of("/v1/campaign/access/me").with("Authorization", token, 200);
        Question polls = Question.of("/v1/polls?seat=" + bystander.seatCode()).with("Authorization", token, 200);
        for (int number : FourReplicas.NUMBERS) {
            load.ask(replicas.url(App.CAMPAIGN, number).getPort(), access);
            load.ask(replicas.url(App.POLLS, number).getPort(), polls);
        }
        return load;
    }

    private void ask(int port, Question question) {
        int perSecond = PER_SECOND / REPLICAS;
        SteadyClient client = new SteadyClient(port, question, CONNECTIONS, perSecond);
        slices.add(threads.submit(() -> {
            List<Figures> done = new ArrayList<>();
            while (!stopped.get()) {
                Figures slice = client.forDuration(SLICE);
                done.add(slice);
                boolean kept = keepsUp(slice.perSecond() / perSecond);
                keptUp.updateAndGet(slicesBefore -> kept ? slicesBefore + 1 : 0);
            }
            return done;
        }));
    }

    static boolean keepsUp(double share) {
        return share >= KEPT_UP;
    }

    /** Waits until no replica has fallen behind for a while, or until it has lasted too long. */
    void awaitWarm(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (keptUp.get() < WARM_SLICES * REPLICAS && System.nanoTime() < end) {
            Processes.pause(Duration.ofSeconds(1));
        }
    }

    /** @return all requests, from the first to the last */
    Figures stop() {
        stopped.set(true);
        try {
            List<Figures> all = new ArrayList<>();
            for (Future<List<Figures>> slice : slices) {
                all.addAll(slice.get());
            }
            return Figures.of(
                    all.stream()
                            .flatMapToLong(figures -> Arrays.stream(figures.nanos()))
                            .toArray(),
                    Duration.ofNanos(System.nanoTime() - begun));
        } catch (ExecutionException failed) {
            throw new BenchFailed("The load was not answered: " + failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("Interrupted.");
        } finally {
            threads.shutdownNow();
        }
    }
}
