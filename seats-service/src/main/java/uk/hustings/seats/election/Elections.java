package uk.hustings.seats.election;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import uk.hustings.api.id.SeatCode;
import uk.hustings.seats.election.domain.Candidacy;
import uk.hustings.seats.election.domain.Contest;
import uk.hustings.seats.election.domain.Election;

/** The elections and their results as they are recorded. */
@ApplicationScoped
class Elections {

    /** A contest's result as it was stated at one time. */
    record Statement(Revision revision, Instant recordedAt, Contest contest) {}

    /** The election of this id; null if there is none. */
    Uni<Election> find(StatelessSession session, String electionId) {
        return session.get(StoredElection.class, electionId).map(stored -> stored == null ? null : stored.election());
    }

    /** Every statement of an election's results by seat, the first one first. */
    Uni<Map<SeatCode, List<Statement>>> statements(StatelessSession session, String electionId) {
        return statements(session, "electionId = :electionId", Map.of("electionId", electionId))
                .map(statements -> statements.stream()
                        .collect(groupingBy(statement -> statement.contest().seatCode())));
    }

    /** Every statement of one seat's result in an election, the first one first. */
    Uni<List<Statement>> statements(StatelessSession session, String electionId, SeatCode seat) {
        return statements(
                session,
                "electionId = :electionId and seatCode = :seatCode",
                Map.of("electionId", electionId, "seatCode", seat.value()));
    }

    private static Uni<List<Statement>> statements(
            StatelessSession session, String where, Map<String, String> parameters) {
        return candidacies(session, where, parameters).chain(candidacies -> select(
                        session,
                        "from StoredContest where " + where + " order by revision",
                        StoredContest.class,
                        parameters)
                .map(stored -> stored.stream()
                        .map(contest -> new Statement(
                                contest.revision(),
                                contest.recordedAt,
                                contest.contest(candidacies.get(new Key(contest.seatCode, contest.revision)))))
                        .toList()));
    }

    private record Key(String seatCode, short revision) {}

    private static <T> Uni<List<T>> select(
            StatelessSession session, String query, Class<T> type, Map<String, String> parameters) {
        SelectionQuery<T> selection = session.createSelectionQuery(query, type);
        parameters.forEach(selection::setParameter);
        return selection.getResultList();
    }

    private static Uni<Map<Key, List<Candidacy>>> candidacies(
            StatelessSession session, String where, Map<String, String> parameters) {
        return select(session, "from StoredCandidacy where " + where, StoredCandidacy.class, parameters)
                .map(stored -> stored.stream()
                        .collect(groupingBy(
                                candidacy -> new Key(candidacy.seatCode, candidacy.revision),
                                mapping(StoredCandidacy::candidacy, toList()))));
    }

    Uni<Void> add(StatelessSession session, Election election) {
        return session.insert(StoredElection.of(election));
    }

    /** @param contests each under the revision that it is */
    Uni<Void> add(StatelessSession session, Map<Contest, Revision> contests) {
        return session.insertMultiple(contests.entrySet().stream()
                        .map(stated -> StoredContest.of(stated.getKey(), stated.getValue()))
                        .toList())
                .chain(() -> session.insertMultiple(contests.entrySet().stream()
                        .flatMap(stated -> StoredCandidacy.of(stated.getKey(), stated.getValue()))
                        .toList()));
    }
}
