package uk.hustings.campaign.localparty;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private static final String CHANNEL = "local_parties_changed";

    /** A snapshot with its look-up tables. */
    private record Directory(List<LocalParty> all, Map<String, LocalParty> byId, Map<SeatCode, LocalParty> bySeat) {
        static Directory of(List<LocalParty> all) {
            Map<String, LocalParty> byId = new HashMap<>();
            Map<SeatCode, LocalParty> bySeat = new HashMap<>();
            for (LocalParty party : all) {
                byId.put(party.localParty(), party);
                party.seatCodes().forEach(seat -> bySeat.put(seat, party));
            }
            return new Directory(all, byId, bySeat);
        }
    }

    private final Mutiny.SessionFactory sessions;
    private final Notifications notifications;
    private final Follower<Directory> follower;

    LocalParties(Mutiny.SessionFactory sessions, Notifications notifications) {
        this.sessions = sessions;
        this.notifications = notifications;
        this.follower = Follower.follow(
                "local parties",
                new Follower.Source<Directory>() {
                    @Override
                    public Uni<Directory> fetch(Directory known) {
                        return sessions.withStatelessSession(LocalParties::read)
                                .map(all -> known != null && known.all().equals(all) ? known : Directory.of(all));
                    }

                    @Override
                    public Multi<?> signals() {
                        return notifications.on(CHANNEL);
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
     * By name.
     *
     * @throws uk.hustings.api.problem.Problem NOT_READY before they have been read
     */
    public List<LocalParty> all() {
        return directory().all();
    }

    /** @throws uk.hustings.api.problem.Problem NOT_READY before they have been read */
    public Optional<LocalParty> find(String id) {
        return Optional.ofNullable(directory().byId().get(id));
    }

    /**
     * Whose seat it is.
     *
     * @throws uk.hustings.api.problem.Problem NOT_READY before they have been read
     */
    public Optional<LocalParty> ofSeat(SeatCode seat) {
        return Optional.ofNullable(directory().bySeat().get(seat));
    }

    public boolean owns(String localParty, SeatCode seat) {
        return ofSeat(seat)
                .filter(owner -> owner.localParty().equals(localParty))
                .isPresent();
    }

    /** Reads what was committed just now. */
    public Uni<Void> refresh() {
        return follower.refresh().replaceWithVoid();
    }

    /** Adds local parties that are not there yet, and tells the other replicas when the transaction commits. */
    Uni<Void> add(Mutiny.StatelessSession session, List<LocalParty> parties) {
        if (parties.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<String[]> seats = parties.stream()
                .flatMap(party ->
                        party.seatCodes().stream().map(seat -> new String[] {seat.value(), party.localParty()}))
                .toList();
        return session.createNativeQuery("""
                        insert into local_party (id, name, region)
                        select * from unnest(cast(:ids as text[]), cast(:names as text[]), cast(:regions as text[]))
                        """)
                .setParameter("ids", column(parties, LocalParty::localParty))
                .setParameter("names", column(parties, LocalParty::name))
                .setParameter("regions", column(parties, LocalParty::region))
                .executeUpdate()
                .chain(() -> session.createNativeQuery("""
                                insert into local_party_seat (seat_code, local_party)
                                select * from unnest(cast(:seats as text[]), cast(:owners as text[]))
                                """)
                        .setParameter("seats", column(seats, pair -> pair[0]))
                        .setParameter("owners", column(seats, pair -> pair[1]))
                        .executeUpdate())
                .chain(() -> session.createNativeQuery(
                                "select cast(pg_notify('" + CHANNEL + "', '') as text)", String.class)
                        .getSingleResultOrNull())
                .replaceWithVoid();
    }

    private Directory directory() {
        return follower.current()
                .orElseThrow(() -> ProblemType.NOT_READY.because("The local parties are being read; try again."));
    }

    private static <T> String[] column(List<T> rows, java.util.function.Function<T, String> cell) {
        return rows.stream().map(cell).toArray(String[]::new);
    }

    private static Uni<List<LocalParty>> read(Mutiny.StatelessSession session) {
        return session.createNativeQuery("""
                        select p.id, p.name, p.region, string_agg(s.seat_code, ' ' order by s.seat_code)
                        from local_party p left join local_party_seat s on s.local_party = p.id
                        group by p.id order by p.name, p.id
                        """, Object[].class)
                .getResultList()
                .map(rows -> rows.stream().map(LocalParties::localParty).toList());
    }

    private static LocalParty localParty(Object[] row) {
        List<SeatCode> seats = row[3] == null
                ? List.of()
                : Arrays.stream(((String) row[3]).split(" "))
                        .map(SeatCode::fromString)
                        .toList();
        return new LocalParty((String) row[0], (String) row[1], (String) row[2], seats);
    }
}
