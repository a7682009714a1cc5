package uk.hustings.polls.seatref;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import uk.hustings.api.follow.Announcer;
import uk.hustings.api.follow.Follower;
import uk.hustings.api.follow.Tagged;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.polls.seatref.domain.SeatBook;

/** The seats as this replica knows them. When seats-service is gone the last snapshot serves on. */
@ApplicationScoped
public class Seats {

    private static final Duration EVERY = Duration.ofSeconds(10);

    private final SeatsClient client;
    private final MeterRegistry metrics;
    private Follower<Tagged<SeatBook>> follower;

    Seats(@RestClient SeatsClient client, MeterRegistry metrics) {
        this.client = client;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent started) {
        follower = Follower.follow("seats-service", new Source(), EVERY, changed -> {});
        Gauge.builder("hustings.snapshot.age", follower, seats -> seats.age()
                        .map(age -> age.toMillis() / 1000.0)
                        .orElse(Double.NaN))
                .tag("snapshot", "seats")
                .baseUnit("seconds")
                .description("Time since the upstream last confirmed what we know")
                .register(metrics);
    }

    void stop(@Observes ShutdownEvent stopping) {
        follower.close();
    }

    /**
     * The seats of all boundary sets.
     *
     * @throws Problem NOT_READY before the first snapshot
     */
    public SeatBook book() {
        return known().orElseThrow(() -> ProblemType.NOT_READY.because("The seats are not known yet; try again."));
    }

    /** GSS code of the seat's region; empty for a seat that is not known. */
    public Optional<String> regionOf(SeatCode seat) {
        return known().flatMap(book -> book.regionOf(seat));
    }

    /** Changes whenever the seats or their results do; empty before the first snapshot. */
    public Optional<String> version() {
        return follower.current().map(Tagged::etag);
    }

    /** The newest snapshot; empty before the first. */
    Optional<SeatBook> known() {
        return follower.current().map(Tagged::value);
    }

    /** Real time since seats-service last confirmed the snapshot. */
    Optional<Duration> age() {
        return follower.age();
    }

    private final class Source implements Follower.Source<Tagged<SeatBook>> {

        @Override
        public Uni<Tagged<SeatBook>> fetch(Tagged<SeatBook> known) {
            return Tagged.fetch(known, client::seats, SeatsDocument::book);
        }

        @Override
        public Multi<?> signals() {
            return Announcer.watched(client.events());
        }
    }
}
