package uk.hustings.seats.election;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import uk.hustings.api.id.SeatCode;
import uk.hustings.seats.election.domain.Candidacy;
import uk.hustings.seats.election.domain.Contest;
import uk.hustings.seats.election.domain.Election;

/** The elections and their results as they are recorded. */
@ApplicationScoped
class Elections {

    /** The election of this id; null if there is none. */
    Uni<Election> find(StatelessSession session, String electionId) {
        return session.get(StoredElection.class, electionId).map(stored -> stored == null ? null : stored.election());
    }

    Uni<Map<SeatCode, Contest>> contests(StatelessSession session, String electionId) {
        return candidacies(session, electionId).chain(candidacies -> session.createSelectionQuery(
                        "from StoredContest where electionId = :electionId", StoredContest.class)
                .setParameter("electionId", electionId)
                .getResultList()
                .map(stored -> stored.stream()
                        .map(contest -> contest.contest(candidacies.get(contest.seatCode)))
                        .collect(toUnmodifiableMap(Contest::seatCode, Function.identity()))));
    }

    private static Uni<Map<String, List<Candidacy>>> candidacies(StatelessSession session, String electionId) {
        return session.createSelectionQuery(
                        "from StoredCandidacy where electionId = :electionId", StoredCandidacy.class)
                .setParameter("electionId", electionId)
                .getResultList()
                .map(stored -> stored.stream()
                        .collect(groupingBy(
                                candidacy -> candidacy.seatCode, mapping(StoredCandidacy::candidacy, toList()))));
    }

    Uni<Void> add(StatelessSession session, Election election) {
        return session.insert(StoredElection.of(election));
    }

    Uni<Void> add(StatelessSession session, List<Contest> contests, String boundarySet) {
        return session.insertMultiple(contests.stream()
                        .map(contest -> StoredContest.of(contest, boundarySet))
                        .toList())
                .chain(() -> session.insertMultiple(
                        contests.stream().flatMap(StoredCandidacy::of).toList()));
    }
}
