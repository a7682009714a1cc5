package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Tombstone;
import uk.hustings.api.id.Ids;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.duty.Duty;

/**
 * Grants that ended while tokens that carry them live on. Whoever ends a grant buries it in the same transaction and
 * asks for a role sync; whoever grants it again digs it out. A tombstone lies without end until Keycloak has been told,
 * and from then on for as long as a token may still live.
 */
@ApplicationScoped
public class Tombstones implements Duty {

    private final TombstoneConfig config;

    Tombstones(TombstoneConfig config) {
        this.config = config;
    }

    /** The local party has lost this seat: its own, or one that it was twinned with. */
    public Uni<Void> bury(Mutiny.StatelessSession session, String localParty, SeatCode seat, String reason) {
        return insert(session, localParty, seat.value(), null, reason);
    }

    /** Seats have changed hands. Roles have been asked to be synced; the feed moves once. */
    public Uni<Void> seatsMoved(
            Mutiny.StatelessSession session, Map<PartySeat, String> lost, Collection<PartySeat> gained) {
        List<Map.Entry<PartySeat, String>> rows = List.copyOf(lost.entrySet());
        return session.createNativeQuery("""
                        delete from tombstone where (local_party, seat_code) in (
                            select * from unnest(cast(:parties as text[]), cast(:seats as text[])))
                        """)
                .setParameter(
                        "parties", gained.stream().map(PartySeat::localParty).toArray(String[]::new))
                .setParameter(
                        "seats",
                        gained.stream().map(place -> place.seat().value()).toArray(String[]::new))
                .executeUpdate()
                .chain(() -> session.createNativeQuery("""
                                insert into tombstone (id, local_party, seat_code, reason)
                                select * from unnest(cast(:ids as uuid[]), cast(:parties as text[]),
                                    cast(:seats as text[]), cast(:reasons as text[]))
                                """)
                        .setParameter(
                                "ids", rows.stream().map(row -> Ids.next()).toArray(UUID[]::new))
                        .setParameter(
                                "parties",
                                rows.stream()
                                        .map(row -> row.getKey().localParty())
                                        .toArray(String[]::new))
                        .setParameter(
                                "seats",
                                rows.stream()
                                        .map(row -> row.getKey().seat().value())
                                        .toArray(String[]::new))
                        .setParameter(
                                "reasons",
                                rows.stream().map(Map.Entry::getValue).toArray(String[]::new))
                        .executeUpdate())
                .chain(() -> Locks.moveFeed(session));
    }

    /** This account has left the local party. */
    public Uni<Void> buryMember(Mutiny.StatelessSession session, String localParty, String subject, String reason) {
        return insert(session, localParty, null, subject, reason);
    }

    /** The local party has the seat again. */
    public Uni<Void> digOut(Mutiny.StatelessSession session, String localParty, SeatCode seat) {
        return session.createNativeQuery("delete from tombstone where local_party = :party and seat_code = :seat")
                .setParameter("party", localParty)
                .setParameter("seat", seat.value())
                .executeUpdate()
                .chain(() -> Locks.moveFeed(session));
    }

    /** The account is a member again. */
    public Uni<Void> digOutMember(Mutiny.StatelessSession session, String localParty, String subject) {
        return session.createNativeQuery("delete from tombstone where local_party = :party and subject = :subject")
                .setParameter("party", localParty)
                .setParameter("subject", subject)
                .executeUpdate()
                .chain(dug -> dug == 0 ? Uni.createFrom().voidItem() : Locks.moveFeed(session));
    }

    /** Whether tokens of the account that name this local party are refused. */
    public Uni<Boolean> shutsOut(Mutiny.StatelessSession session, String localParty, String subject) {
        return session.createNativeQuery(
                        "select exists (select 1 from tombstone where local_party = :party and subject = :subject)",
                        Boolean.class)
                .setParameter("party", localParty)
                .setParameter("subject", subject)
                .getSingleResult();
    }

    /** Keycloak no longer gives these local parties the seats that they have lost: no new token will carry them. */
    public Uni<Void> seatsAreTold(Mutiny.StatelessSession session, List<String> localParties) {
        return session.createNativeQuery("""
                        update tombstone set ends_at = now() + make_interval(secs => :seconds)
                        where local_party = any(cast(:parties as text[])) and seat_code is not null and ends_at is null
                        """)
                .setParameter("seconds", seconds())
                .setParameter("parties", localParties.toArray(String[]::new))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Keycloak no longer counts this account to the local party. */
    public Uni<Void> memberIsTold(Mutiny.StatelessSession session, String localParty, String subject) {
        return session.createNativeQuery("""
                        update tombstone set ends_at = now() + make_interval(secs => :seconds)
                        where local_party = :party and subject = :subject and ends_at is null
                        """)
                .setParameter("seconds", seconds())
                .setParameter("party", localParty)
                .setParameter("subject", subject)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** What lies still. */
    static Uni<List<Tombstone>> lying(Mutiny.StatelessSession session) {
        return session.createNativeQuery("""
                        select distinct local_party, seat_code, subject from tombstone
                        where ends_at is null or ends_at > now()
                        """, Object[].class).getResultList().map(rows -> rows.stream()
                .map(row -> new Tombstone(
                        (String) row[0], row[1] == null ? null : SeatCode.fromString((String) row[1]), (String) row[2]))
                .toList());
    }

    /** Takes away those that have outlived every token. */
    @Override
    public Uni<Void> perform(Mutiny.StatelessSession session, Instant now) {
        return session.createNativeQuery("delete from tombstone where ends_at <= now()")
                .executeUpdate()
                .chain(gone -> gone == 0 ? Uni.createFrom().voidItem() : Locks.moveFeed(session));
    }

    private double seconds() {
        return config.tokenLife().plus(config.skew()).toSeconds();
    }

    private static Uni<Void> insert(
            Mutiny.StatelessSession session, String localParty, String seat, String subject, String reason) {
        return session.createNativeQuery("""
                        insert into tombstone (id, local_party, seat_code, subject, reason)
                        values (:id, :party, cast(:seat as text), cast(:subject as text), :reason)
                        """)
                .setParameter("id", Ids.next())
                .setParameter("party", localParty)
                .setParameter("seat", seat)
                .setParameter("subject", subject)
                .setParameter("reason", reason)
                .executeUpdate()
                .chain(() -> Locks.moveFeed(session));
    }
}
