package uk.hustings.seats.facts;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import uk.hustings.api.follow.Announcer;
import uk.hustings.api.follow.Follower;
import uk.hustings.api.follow.Notifications;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.seats.facts.domain.Facts;

/** The facts as this replica knows them, and a word to its followers when they change. */
@ApplicationScoped
public class CurrentFacts {

    /** Heard on by every replica; payload is the new version. */
    static final String CHANNEL = "seats_changed";

    private static final Duration EVERY = Duration.ofSeconds(30);

    private final FactsReader reader;
    private final Notifications notifications;
    private final MeterRegistry metrics;
    private final Announcer announcer = new Announcer();
    private Follower<Facts> follower;

    CurrentFacts(FactsReader reader, Notifications notifications, MeterRegistry metrics) {
        this.reader = reader;
        this.notifications = notifications;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent started) {
        Timer rebuilds = Timer.builder("hustings.facts.rebuild")
                .description("Time to read all facts from the database into a new copy")
                .register(metrics);
        follower = Follower.follow(
                "facts",
                new Follower.Source<Facts>() {
                    @Override
                    public Uni<Facts> fetch(Facts known) {
                        Timer.Sample begun = Timer.start(metrics);
                        return reader.newest(known).invoke(newest -> {
                            if (newest != known) {
                                begun.stop(rebuilds);
                            }
                        });
                    }

                    @Override
                    public Multi<?> signals() {
                        return notifications.on(CHANNEL);
                    }
                },
                EVERY,
                changed -> announcer.announce(Long.toString(changed.version())));
        TimeGauge.builder("hustings.facts.age", this, TimeUnit.SECONDS, CurrentFacts::ageSeconds)
                .description("Time since the database last confirmed the facts in memory")
                .register(metrics);
    }

    void stop(@Observes ShutdownEvent stopping) {
        follower.close();
    }

    /** @throws uk.hustings.api.problem.Problem NOT_READY before the first copy has been read */
    public Facts get() {
        return find().orElseThrow(() -> ProblemType.NOT_READY.because("The facts are being read; try again."));
    }

    Optional<Facts> find() {
        return follower.current();
    }

    /** Changes as they come, and heartbeats. */
    public Multi<String> events() {
        return announcer.stream();
    }

    /** Reads again what this replica itself has just written. */
    Uni<Facts> refresh() {
        return follower.refresh();
    }

    private double ageSeconds() {
        return follower.age().map(age -> age.toMillis() / 1000.0).orElse(Double.NaN);
    }
}
