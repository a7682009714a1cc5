package uk.hustings.seats.election;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.intake.ImportReceipt;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.seats.election.domain.Contest;
import uk.hustings.seats.election.domain.Declaration;
import uk.hustings.seats.election.domain.Election;
import uk.hustings.seats.election.domain.Fault;
import uk.hustings.seats.election.domain.Scrutiny;
import uk.hustings.seats.facts.Addition;
import uk.hustings.seats.party.Parties;
import uk.hustings.seats.seat.Seats;

/** Records an election: all of its results or none. */
@ApplicationScoped
class ElectionImport {

    private static final int MAX_FAULTS = 100;

    private static final Map<String, Function<Election, ?>> ELECTION_FIELDS =
            Map.of("name", Election::name, "boundarySet", Election::boundarySet);

    private final Elections elections;
    private final Parties parties;
    private final Seats seats;

    ElectionImport(Elections elections, Parties parties, Seats seats) {
        this.elections = elections;
        this.parties = parties;
        this.seats = seats;
    }

    Uni<ImportReceipt> record(StatelessSession session, Declaration declaration) {
        return parties.codes(session)
                .chain(known -> seats.codes(session, declaration.boundarySet())
                        // What really happened is told by real time, not by the day that the domain believes it is.
                        .invoke(codes -> believable(
                                Scrutiny.faults(declaration, codes, known, LocalDate.now(DomainClock.LONDON)))))
                .chain(() -> addElection(session, declaration.election()))
                .chain(() -> addContests(session, declaration))
                .map(Addition::receipt);
    }

    private Uni<Void> addElection(StatelessSession session, Election election) {
        return elections
                .find(session, election.id())
                .map(recorded -> Addition.of(
                        Map.of(election.id(), election),
                        recorded == null ? Map.of() : Map.of(election.id(), recorded),
                        ELECTION_FIELDS,
                        (id, field, detail) -> FieldError.at("/" + field, detail)))
                .chain(addition ->
                        addition.created().isEmpty() ? Uni.createFrom().voidItem() : elections.add(session, election));
    }

    private Uni<Addition<Contest>> addContests(StatelessSession session, Declaration declaration) {
        Map<SeatCode, Contest> sent = new LinkedHashMap<>();
        declaration.contests().forEach(contest -> sent.put(contest.seatCode(), contest));
        List<SeatCode> order = List.copyOf(sent.keySet());
        return elections
                .contests(session, declaration.electionId())
                .map(recorded -> Addition.of(
                        sent,
                        recorded,
                        contestFields(),
                        (seat, field, detail) ->
                                FieldError.at("/contests/%d/%s".formatted(order.indexOf(seat), field), detail)))
                .call(addition -> elections.add(session, addition.created(), declaration.boundarySet()));
    }

    private static Map<String, Function<Contest, ?>> contestFields() {
        Map<String, Function<Contest, ?>> fields = new LinkedHashMap<>();
        fields.put("pollingDay", Contest::pollingDay);
        fields.put("electorate", Contest::electorate);
        fields.put("validVotes", Contest::validVotes);
        fields.put("invalidVotes", Contest::invalidVotes);
        fields.put("candidates", ElectionImport::candidates);
        return fields;
    }

    /** In words, for a difference is told to people. */
    private static List<String> candidates(Contest contest) {
        return contest.candidacies().stream()
                .map(candidacy -> "%s (%s, %s) %d"
                        .formatted(candidacy.name(), candidacy.party(), candidacy.partyName(), candidacy.votes()))
                .toList();
    }

    private static void believable(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw ProblemType.INVALID_INPUT
                    .because("%d faults; nothing was written.".formatted(faults.size()))
                    .withErrors(faults.stream()
                            .limit(MAX_FAULTS)
                            .map(fault -> FieldError.at(fault.pointer(), fault.detail()))
                            .toList());
        }
    }
}
