package uk.hustings.polls.poll;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import uk.hustings.api.id.Ids;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.page.PageRequest;
import uk.hustings.polls.poll.domain.ReportedPoll;
import uk.hustings.polls.poll.domain.Share;
import uk.hustings.polls.poll.domain.Visibility;

/** The polls as they are recorded. */
@ApplicationScoped
public class Polls {

    /** Any number will do, as long as nothing else in this database takes the same. */
    private static final long INTAKE_LOCK = 2_015_04_14L;

    private static final String SELECTED = """
            (p.visibility = 'public' or p.seat_code = any (cast(:readable as text[])))
            and (cast(:seats as text[]) is null or p.seat_code = any (cast(:seats as text[])))
            and (cast(:pollster as text) is null or p.pollster = :pollster)
            and (cast(:population as text) is null or p.population = :population)
            and (cast(:question as text) is null or p.question = :question)
            and (cast(:visibility as text) is null or p.visibility = :visibility)
            and (p.fieldwork_end is null or p.fieldwork_end <= :asOf)
            """;

    private static final String PAGE = "select p.* from poll p where " + SELECTED + """
            and (cast(:afterDay as text) is null
                 or (coalesce(p.fieldwork_end, date '-infinity'), p.poll_id)
                    < (cast(cast(:afterDay as text) as date), cast(cast(:afterId as text) as uuid)))
            order by coalesce(p.fieldwork_end, date '-infinity') desc, p.poll_id desc
            limit :rows
            """;

    private static final String COUNTS =
            "select p.seat_code, count(*) from poll p where " + SELECTED + "group by p.seat_code order by p.seat_code";

    /** One more than the page's limit, newest fieldwork first, unknown fieldwork last. */
    Uni<List<RecordedPoll>> page(StatelessSession session, PollSelection selection, PageRequest page) {
        Optional<Place> after = Optional.ofNullable(page.after()).map(Place::read);
        return select(session.createNativeQuery(PAGE, StoredPoll.class), selection)
                .setParameter("afterDay", after.map(Place::day).orElse(null))
                .setParameter("afterId", after.map(Place::pollId).orElse(null))
                .setParameter("rows", page.limit() + 1)
                .getResultList()
                .chain(polls -> withShares(session, polls));
    }

    Uni<PollCounts> counts(StatelessSession session, PollSelection selection) {
        return select(session.createNativeQuery(COUNTS, Object[].class), selection)
                .getResultList()
                .map(rows -> PollCounts.of(rows.stream()
                        .map(row -> new PollCounts.SeatPolls(
                                SeatCode.fromString((String) row[0]), ((Number) row[1]).longValue()))
                        .toList()));
    }

    /** The poll, or null. */
    Uni<RecordedPoll> find(StatelessSession session, UUID pollId) {
        return session.get(StoredPoll.class, pollId).chain(poll -> withShares(session, poll));
    }

    /** The poll, held until the transaction ends; null if there is none. */
    Uni<RecordedPoll> hold(StatelessSession session, UUID pollId) {
        return session.get(StoredPoll.class, pollId, LockModeType.PESSIMISTIC_WRITE)
                .chain(poll -> withShares(session, poll));
    }

    /**
     * Lets others know of a poll than before, and keeps who did it. Nothing is written if it stands so already.
     *
     * @return the poll as it is then; null if there is none
     */
    Uni<RecordedPoll> show(StatelessSession session, UUID pollId, Visibility visibility, Authored change) {
        return session.get(StoredPoll.class, pollId, LockModeType.PESSIMISTIC_WRITE)
                .call(poll -> {
                    if (poll == null || poll.visibility() == visibility) {
                        return Uni.createFrom().voidItem();
                    }
                    poll.showTo(visibility);
                    return session.update(poll)
                            .chain(() -> session.insert(VisibilityEvent.of(pollId, visibility, change)));
                })
                .chain(poll -> withShares(session, poll));
    }

    /** Makes intakes wait for each other until the transaction ends, so that none misses what another adds. */
    public Uni<Void> oneIntakeAtATime(StatelessSession session) {
        return session.createNativeQuery("select cast(pg_advisory_xact_lock(:number) as text)", String.class)
                .setParameter("number", INTAKE_LOCK)
                .getSingleResult()
                .replaceWithVoid();
    }

    /** Every poll of these seats, private ones too. */
    public Uni<List<RecordedPoll>> inSeats(StatelessSession session, Collection<SeatCode> seats) {
        return session.createSelectionQuery("from StoredPoll where seatCode in :seats", StoredPoll.class)
                .setParameter("seats", seats.stream().map(SeatCode::value).toList())
                .getResultList()
                .chain(polls -> withShares(session, polls));
    }

    /** Adds polls with their first visibility, which is somebody's doing like every later one. */
    public Uni<Void> add(StatelessSession session, List<ReportedPoll> polls, Authored intake) {
        List<StoredPoll> stored = new ArrayList<>();
        List<StoredShare> shares = new ArrayList<>();
        List<VisibilityEvent> events = new ArrayList<>();
        for (ReportedPoll poll : polls) {
            UUID pollId = Ids.next();
            stored.add(StoredPoll.of(pollId, poll));
            shares.addAll(StoredShare.of(pollId, poll.figures()));
            events.add(VisibilityEvent.of(pollId, poll.visibility(), intake));
        }
        return session.insertMultiple(stored)
                .chain(() -> session.insertMultiple(shares))
                .chain(() -> session.insertMultiple(events));
    }

    /** Where a poll stands in the list: what comes after it is read from there. */
    static String placeOf(RecordedPoll poll) {
        return Place.of(poll).text();
    }

    private static <T> SelectionQuery<T> select(SelectionQuery<T> query, PollSelection selection) {
        return query.setParameter("readable", texts(selection.readable()))
                .setParameter("seats", selection.seats() == null ? null : texts(selection.seats()))
                .setParameter("pollster", selection.pollster())
                .setParameter("population", selection.population())
                .setParameter("question", selection.question())
                .setParameter("visibility", selection.visibility())
                .setParameter("asOf", selection.asOf());
    }

    private static String[] texts(List<SeatCode> seats) {
        return seats.stream().map(SeatCode::value).toArray(String[]::new);
    }

    private Uni<RecordedPoll> withShares(StatelessSession session, StoredPoll poll) {
        return poll == null
                ? Uni.createFrom().nullItem()
                : withShares(session, List.of(poll)).map(polls -> polls.get(0));
    }

    private Uni<List<RecordedPoll>> withShares(StatelessSession session, List<StoredPoll> polls) {
        if (polls.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createSelectionQuery(
                        "from StoredShare where pollId in :polls order by pollId, place", StoredShare.class)
                .setParameter("polls", polls.stream().map(poll -> poll.pollId).toList())
                .getResultList()
                .map(shares -> {
                    Map<UUID, List<Share>> byPoll = shares.stream()
                            .collect(Collectors.groupingBy(
                                    StoredShare::pollId, Collectors.mapping(StoredShare::share, Collectors.toList())));
                    return polls.stream()
                            .map(poll -> poll.with(byPoll.getOrDefault(poll.pollId, List.of())))
                            .toList();
                });
    }

    /** @param day ISO date, or what PostgreSQL calls the day before all others */
    private record Place(String day, String pollId) {

        private static final String UNKNOWN_DAY = "-infinity";

        static Place of(RecordedPoll poll) {
            var end = poll.poll().key().fieldworkEnd();
            return new Place(
                    end == null ? UNKNOWN_DAY : end.toString(), poll.pollId().toString());
        }

        static Place read(String text) {
            String[] parts = text.split("/");
            return new Place(parts[0], parts[1]);
        }

        String text() {
            return day + "/" + pollId;
        }
    }
}
