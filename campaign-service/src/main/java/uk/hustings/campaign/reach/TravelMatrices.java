package uk.hustings.campaign.reach;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.follow.Follower;
import uk.hustings.api.follow.Notifications;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.campaign.reach.domain.TravelMatrix;

/** The imported travel times in force, as this replica last read them. */
@Startup
@ApplicationScoped
class TravelMatrices {

    private static final Duration EVERY = Duration.ofSeconds(30);

    /** A version with its journeys. */
    record Imported(TravelVersionView version, TravelMatrix matrix) {}

    /** The snapshot; without a value while nothing is imported. */
    private record InForce(Optional<Imported> imported) {

        boolean is(Optional<TravelVersionView> version) {
            return imported.map(Imported::version).equals(version);
        }
    }

    private final Follower<InForce> follower;

    TravelMatrices(TravelVersions versions, Mutiny.SessionFactory sessions, Notifications notifications) {
        this.follower = Follower.follow(
                "travel times",
                new Follower.Source<InForce>() {
                    @Override
                    public Uni<InForce> fetch(InForce known) {
                        return sessions.withStatelessSession(session -> newest(versions, session, known));
                    }

                    @Override
                    public Multi<?> signals() {
                        return notifications.on(TravelVersions.CHANNEL);
                    }
                },
                EVERY,
                changed -> {});
    }

    @PreDestroy
    void stop() {
        follower.close();
    }

    /**
     * Empty while nothing is imported.
     *
     * @throws uk.hustings.api.problem.Problem NOT_READY before it has been read
     */
    Optional<Imported> inForce() {
        return follower.current()
                .orElseThrow(() -> ProblemType.NOT_READY.because("The travel times are being read; try again."))
                .imported();
    }

    /** Reads what was committed just now. */
    Uni<Void> refresh() {
        return follower.refresh().replaceWithVoid();
    }

    private static Uni<InForce> newest(TravelVersions versions, Mutiny.StatelessSession session, InForce known) {
        return versions.inForce(session).chain(version -> {
            if (known != null && known.is(version)) {
                return Uni.createFrom().item(known);
            }
            return version.isEmpty()
                    ? Uni.createFrom().item(new InForce(Optional.empty()))
                    : versions.matrix(session, version.get().version())
                            .map(matrix -> new InForce(Optional.of(new Imported(version.get(), matrix))));
        });
    }
}
