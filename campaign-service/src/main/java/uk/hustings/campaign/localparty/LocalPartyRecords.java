package uk.hustings.campaign.localparty;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;

/** Local parties in the database. */
@ApplicationScoped
class LocalPartyRecords {

    static final String CHANNEL = "local_parties_changed";

    static final String FOUNDED = "founded";
    static final String CHANGED = "changed";
    static final String MERGED = "merged";

    /** Of advisory locks in the database, that of those who change local parties: they take turns. */
    private static final int LOCAL_PARTIES = 0x6c70;

    /** Waits for its turn to change local parties, which lasts until the transaction ends. */
    Uni<Directory> turn(Mutiny.StatelessSession session) {
        return session.createNativeQuery("select cast(pg_advisory_xact_lock(:kind, 0) as text)", String.class)
                .setParameter("kind", LOCAL_PARTIES)
                .getSingleResult()
                .chain(() -> read(session))
                .map(Directory::of);
    }

    /** The seats of a local party, which do not move until the transaction ends. */
    Uni<List<SeatCode>> seatsOf(Mutiny.StatelessSession session, String localParty) {
        return session.createNativeQuery("select cast(pg_advisory_xact_lock_shared(:kind, 0) as text)", String.class)
                .setParameter("kind", LOCAL_PARTIES)
                .getSingleResult()
                .chain(() -> session.createNativeQuery(
                                "select seat_code from local_party_seat where local_party = :party order by seat_code",
                                String.class)
                        .setParameter("party", localParty)
                        .getResultList())
                .map(codes -> codes.stream().map(SeatCode::fromString).toList());
    }

    /** Holds the rows of local parties: nobody proposes or answers a twinning of theirs until the transaction ends. */
    Uni<Void> hold(Mutiny.StatelessSession session, Collection<String> localParties) {
        return session.createNativeQuery(
                        "select id from local_party where id in :parties order by id for no key update", String.class)
                .setParameter("parties", localParties)
                .getResultList()
                .replaceWithVoid();
    }

    /** By name, merged ones too. */
    Uni<List<LocalParty>> read(Mutiny.StatelessSession session) {
        return session.createNativeQuery("""
                        select p.id, p.name, p.region, string_agg(s.seat_code, ' ' order by s.seat_code), p.merged_into
                        from local_party p left join local_party_seat s on s.local_party = p.id
                        group by p.id order by p.name, p.id
                        """, Object[].class).getResultList().map(rows -> rows.stream()
                .map(row -> new LocalParty(
                        (String) row[0], (String) row[1], (String) row[2], seats((String) row[3]), (String) row[4]))
                .toList());
    }

    /** Adds local parties that are not there yet, with their seats. */
    Uni<Void> found(Mutiny.StatelessSession session, List<LocalParty> parties, Authored decision) {
        if (parties.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<SeatMove> seats = parties.stream()
                .flatMap(party -> party.seatCodes().stream().map(seat -> new SeatMove(seat, null, party.localParty())))
                .toList();
        return session.createNativeQuery("""
                        insert into local_party (id, name, region)
                        select * from unnest(cast(:ids as text[]), cast(:names as text[]), cast(:regions as text[]))
                        """)
                .setParameter("ids", column(parties, LocalParty::localParty))
                .setParameter("names", column(parties, LocalParty::name))
                .setParameter("regions", column(parties, LocalParty::region))
                .executeUpdate()
                .chain(() -> move(session, seats))
                .chain(() -> keep(session, FOUNDED, parties, decision));
    }

    /** Writes name, region and whether it is merged; its seats move with {@link #move}. */
    Uni<Void> write(Mutiny.StatelessSession session, LocalParty party) {
        return session.createNativeQuery("""
                        update local_party set name = :name, region = :region, merged_into = cast(:into as text)
                        where id = :id
                        """)
                .setParameter("name", party.name())
                .setParameter("region", party.region())
                .setParameter("into", party.mergedInto())
                .setParameter("id", party.localParty())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Gives seats to those who have them from now on. */
    Uni<Void> move(Mutiny.StatelessSession session, List<SeatMove> moves) {
        List<SeatMove> given = moves.stream().filter(move -> move.to() != null).toList();
        List<SeatMove> freed = moves.stream().filter(move -> move.to() == null).toList();
        return session.createNativeQuery("delete from local_party_seat where seat_code = any (cast(:seats as text[]))")
                .setParameter("seats", column(freed, move -> move.seat().value()))
                .executeUpdate()
                .chain(() -> session.createNativeQuery("""
                                insert into local_party_seat (seat_code, local_party)
                                select * from unnest(cast(:seats as text[]), cast(:owners as text[]))
                                on conflict (seat_code) do update set local_party = excluded.local_party
                                """)
                        .setParameter("seats", column(given, move -> move.seat().value()))
                        .setParameter("owners", column(given, SeatMove::to))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Adds to the history how these local parties are from now on. */
    Uni<Void> keep(Mutiny.StatelessSession session, String change, List<LocalParty> parties, Authored decision) {
        if (parties.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery("""
                        insert into local_party_change (local_party, change, name, region, seat_codes, merged_into, author,
                                                        reason, decided_at)
                        select p.id, :change, p.name, p.region, p.seats, p.into_other, :author, :reason, :at
                        from unnest(cast(:ids as text[]), cast(:names as text[]), cast(:regions as text[]),
                                    cast(:seats as text[]), cast(:into as text[]))
                            as p (id, name, region, seats, into_other)
                        """)
                .setParameter("change", change)
                .setParameter("author", decision.author())
                .setParameter("reason", decision.reason())
                .setParameter("at", decision.at())
                .setParameter("ids", column(parties, LocalParty::localParty))
                .setParameter("names", column(parties, LocalParty::name))
                .setParameter("regions", column(parties, LocalParty::region))
                .setParameter("seats", column(parties, LocalPartyRecords::seats))
                .setParameter("into", column(parties, LocalParty::mergedInto))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Tells all replicas when the transaction commits. */
    Uni<Void> announce(Mutiny.StatelessSession session) {
        return session.createNativeQuery("select cast(pg_notify('" + CHANNEL + "', '') as text)", String.class)
                .getSingleResultOrNull()
                .replaceWithVoid();
    }

    /**
     * What became of a local party, newest first.
     *
     * @param before number to go on after; null to begin
     */
    Uni<List<LocalPartyChange>> history(Mutiny.StatelessSession session, String localParty, Long before, int most) {
        return session.createNativeQuery("""
                        select number, change, name, region, seat_codes, merged_into, author, reason, decided_at
                        from local_party_change where local_party = :party and number < :before
                        order by number desc limit :most
                        """, Object[].class)
                .setParameter("party", localParty)
                .setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setParameter("most", most)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new LocalPartyChange(
                                ((Number) row[0]).longValue(),
                                (String) row[1],
                                (String) row[2],
                                (String) row[3],
                                seats((String) row[4]),
                                (String) row[5],
                                (String) row[6],
                                (String) row[7],
                                instant(row[8])))
                        .toList());
    }

    private static String seats(LocalParty party) {
        return party.seatCodes().stream().map(SeatCode::value).collect(Collectors.joining(" "));
    }

    private static List<SeatCode> seats(String codes) {
        return codes == null || codes.isEmpty()
                ? List.of()
                : Arrays.stream(codes.split(" ")).map(SeatCode::fromString).toList();
    }

    private static <T> String[] column(List<T> rows, Function<T, String> cell) {
        return rows.stream().map(cell).toArray(String[]::new);
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
