package uk.hustings.polls.forecast;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import uk.hustings.polls.forecast.domain.Backtest;
import uk.hustings.polls.forecast.domain.Forecast;
import uk.hustings.polls.forecast.domain.WhatIf;

/** Works on one run after the other, on a thread of its own. Any replica may take up any run. */
@ApplicationScoped
class RunWorker {

    private static final Logger LOG = Logger.getLogger(RunWorker.class);

    /** Runs are announced; a replica that went away announces nothing. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private static final Duration EXTEND_EVERY = Duration.ofSeconds(4);
    private static final Duration DATABASE_PATIENCE = Duration.ofSeconds(10);

    /** A backtest draws each seat for the forecast and three peers. */
    private static final int MODELS = 4;

    private final RunClaims claims;
    private final Results results;
    private final Canonical canonical;
    private final Vertx vertx;
    private final Semaphore awake = new Semaphore(0);
    private Thread thread;
    private volatile Work current;
    private volatile boolean stopped;

    RunWorker(RunClaims claims, Results results, Canonical canonical, Vertx vertx) {
        this.claims = claims;
        this.results = results;
        this.canonical = canonical;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        thread = new Thread(this::workOn, "forecast-runs");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        stopped = true;
        awake.release();
        Work work = current;
        if (work != null) {
            work.stop();
        }
        thread.join(DATABASE_PATIENCE.toMillis());
    }

    /** Takes up what is new, and lets go of what somebody ended. */
    void see(@Observes RunBook runs) {
        Work work = current;
        if (work != null && runs.find(work.run.runId()).filter(Run::isOver).isPresent()) {
            work.stop();
        }
        if (runs.runs().stream().anyMatch(run -> run.status() == Run.Status.QUEUED)) {
            awake.release();
        }
    }

    /** One run that is being worked on. */
    private final class Work {

        private final Run run;
        private final AtomicInteger tenths = new AtomicInteger();
        private boolean goesOn = true;

        Work(Run run) {
            this.run = run;
        }

        /** Interrupts the run, and never the one after it. */
        synchronized void stop() {
            if (goesOn) {
                goesOn = false;
                thread.interrupt();
            }
        }

        /** @return whether nobody had stopped it */
        synchronized boolean end() {
            boolean went = goesOn;
            goesOn = false;
            Thread.interrupted();
            return went;
        }

        void seen(int done, int of) {
            int now = Math.min(Run.TENTHS - 1, (int) ((long) Run.TENTHS * done / of));
            if (tenths.getAndAccumulate(now, Math::max) < now) {
                claims.progress(run, now).subscribe().with(told -> {}, failure -> {});
            }
        }
    }

    private void workOn() {
        while (!stopped) {
            try {
                awake.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                awake.drainPermits();
                Optional<Run> next = await(claims.next());
                while (next.isPresent() && !stopped) {
                    workOn(new Work(next.get()));
                    next = await(claims.next());
                }
            } catch (InterruptedException interrupted) {
                // Somebody ended a run that was over by then, or the service is stopping.
            } catch (RuntimeException failure) {
                LOG.warnf("Runs cannot be taken up at the moment: %s", failure);
            }
        }
    }

    private void workOn(Work work) {
        current = work;
        long extending = vertx.setPeriodic(EXTEND_EVERY.toMillis(), tick -> claims.extend(work.run)
                .subscribe()
                .with(
                        mine -> {
                            if (!mine) {
                                work.stop();
                            }
                        },
                        failure -> LOG.warnf("The run %s cannot be kept: %s", work.run.runId(), failure)));
        try {
            String result = result(work);
            if (work.end()) {
                await(claims.finish(work.run, result));
            } else {
                letGo(work.run);
            }
        } catch (RuntimeException failure) {
            if (work.end()) {
                LOG.errorf(failure, "Run %s failed", work.run.runId());
                await(claims.fail(work.run));
            } else {
                letGo(work.run);
            }
        } finally {
            vertx.cancelTimer(extending);
            current = null;
        }
    }

    /** A run that was ended is nobody's any more; one that only this replica gives up is taken up by another. */
    private void letGo(Run run) {
        if (stopped) {
            await(claims.giveBack(run));
        }
    }

    private String result(Work work) {
        Optional<String> known = await(results.stored(work.run));
        return known.isPresent() ? known.get() : workOut(work);
    }

    private String workOut(Work work) {
        Run run = work.run;
        FrozenInputs inputs = await(results.inputs(run));
        int seats = inputs.inputs().seats().size();
        if (run.kind() == Run.Kind.FORECAST) {
            return canonical.result(Forecast.of(
                    inputs.inputs(), WhatIf.NOTHING, run.elections(), run.seed(), done -> work.seen(done, seats)));
        }
        FrozenOutcomes outcomes = await(results.document(run.outcomesHash(), FrozenOutcomes.class));
        return canonical.result(Backtest.of(
                inputs.inputs(),
                outcomes.outcomes(),
                run.elections(),
                run.seed(),
                done -> work.seen(done, MODELS * seats)));
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(DATABASE_PATIENCE);
    }
}
