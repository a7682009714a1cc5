package uk.hustings.polls.evidence;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import uk.hustings.api.follow.Announcer;
import uk.hustings.api.follow.Follower;
import uk.hustings.api.follow.Notifications;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.polls.evidence.domain.EvidenceBook;

/** The evidence as this replica knows it, and a word to its followers when everybody sees another than before. */
@ApplicationScoped
public class CurrentEvidence {

    /** Heard on by every replica; payload is the new version. */
    static final String CHANNEL = "evidence_changed";

    /** To look again whether an embargo has ended; no clock is to be trusted for longer. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private static final Duration EVERY = Duration.ofSeconds(30);

    private final EvidenceReader reader;
    private final Notifications notifications;
    private final DomainClock clock;
    private final Vertx vertx;
    private final MeterRegistry metrics;
    private final Announcer announcer = new Announcer();
    private Follower<EvidenceBook> follower;
    private String announced;
    private Long timer;

    CurrentEvidence(
            EvidenceReader reader, Notifications notifications, DomainClock clock, Vertx vertx, MeterRegistry metrics) {
        this.reader = reader;
        this.notifications = notifications;
        this.clock = clock;
        this.vertx = vertx;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent started) {
        follower = Follower.follow(
                "evidence",
                new Follower.Source<EvidenceBook>() {
                    @Override
                    public Uni<EvidenceBook> fetch(EvidenceBook known) {
                        return reader.newest(known);
                    }

                    @Override
                    public Multi<?> signals() {
                        return notifications.on(CHANNEL);
                    }
                },
                EVERY,
                this::announceWhatIsPublic);
        TimeGauge.builder("hustings.evidence.age", this, TimeUnit.SECONDS, CurrentEvidence::ageSeconds)
                .description("Time since the database last confirmed the evidence in memory")
                .register(metrics);
    }

    void stop(@Observes ShutdownEvent stopping) {
        follower.close();
    }

    /**
     * All of it; what callers may see comes from {@link VisibleEvidence}.
     *
     * @throws uk.hustings.api.problem.Problem NOT_READY before the first copy has been read
     */
    EvidenceBook get() {
        return find().orElseThrow(() -> ProblemType.NOT_READY.because("The evidence is being read; try again."));
    }

    Optional<EvidenceBook> find() {
        return follower.current();
    }

    /** Changes of what everybody may see, embargoes that end among them, and heartbeats. */
    public Multi<String> publicChanges() {
        return announcer.stream();
    }

    /** Reads again what this replica itself has just written. */
    Uni<EvidenceBook> refresh() {
        return follower.refresh();
    }

    /** The same where it is known what there is now. */
    Uni<EvidenceBook> refresh(EvidenceBook written) {
        reader.wrote(written);
        return follower.refresh();
    }

    /** Says so if everybody sees another evidence than before, and comes back when the next embargo ends. */
    private synchronized void announceWhatIsPublic(EvidenceBook book) {
        String edition = book.publicVersion() + "." + book.embargoesEnded(clock.instant());
        if (!edition.equals(announced)) {
            announced = edition;
            announcer.announce(edition);
        }
        if (timer != null) {
            vertx.cancelTimer(timer);
        }
        timer = book.nextEmbargoEnd(clock.instant())
                .map(end -> Duration.between(clock.instant(), end))
                .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait)
                .map(wait -> vertx.setTimer(Math.max(0, wait.toMillis()) + 1, ended -> announceWhatIsPublic(get())))
                .orElse(null);
    }

    private double ageSeconds() {
        return follower.age().map(age -> age.toMillis() / 1000.0).orElse(Double.NaN);
    }
}
