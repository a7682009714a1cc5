package uk.hustings.campaign.localparty;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.follow.Follower;
import uk.hustings.api.follow.Notifications;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.problem.ProblemType;

/** All local parties: kept in the database, read from a snapshot of it. */
@Startup
@ApplicationScoped
public class LocalParties {

    private static final Duration EVERY = Duration.ofSeconds(30);

    private final LocalPartyRecords records;
    private final Follower<Directory> follower;

    LocalParties(LocalPartyRecords records, Mutiny.SessionFactory sessions, Notifications notifications) {
        this.records = records;
        this.follower = Follower.follow(
                "local parties",
                new Follower.Source<Directory>() {
                    @Override
                    public Uni<Directory> fetch(Directory known) {
                        return sessions.withStatelessSession(records::read)
                                .map(all -> known != null && known.all().equals(all) ? known : Directory.of(all));
                    }

                    @Override
                    public Multi<?> signals() {
                        return notifications.on(LocalPartyRecords.CHANNEL);
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
     * By name; those that were merged into another are not among them.
     *
     * @throws uk.hustings.api.problem.Problem NOT_READY before they have been read
     */
    public List<LocalParty> all() {
        return directory().living();
    }

    /**
     * Also one that was merged into another, which says so and has no seats.
     *
     * @throws uk.hustings.api.problem.Problem NOT_READY before they have been read
     */
    public Optional<LocalParty> find(String id) {
        return directory().find(id);
    }

    /**
     * Whose seat it is.
     *
     * @throws uk.hustings.api.problem.Problem NOT_READY before they have been read
     */
    public Optional<LocalParty> ofSeat(SeatCode seat) {
        return directory().ofSeat(seat);
    }

    public boolean owns(String localParty, SeatCode seat) {
        return ofSeat(seat)
                .filter(owner -> owner.localParty().equals(localParty))
                .isPresent();
    }

    /**
     * The seats of a local party by the database, which do not move until the transaction ends. To be asked before the lock
     * of any place is taken.
     */
    public Uni<List<SeatCode>> seatsOf(Mutiny.StatelessSession session, String localParty) {
        return records.seatsOf(session, localParty);
    }

    /** Reads what was committed just now. */
    public Uni<Void> refresh() {
        return follower.refresh().replaceWithVoid();
    }

    /** As this replica last heard of it. */
    Directory directory() {
        return follower.current()
                .orElseThrow(() -> ProblemType.NOT_READY.because("The local parties are being read; try again."));
    }
}
