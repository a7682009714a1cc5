package uk.hustings.seats.election;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import uk.hustings.api.intake.Faults;
import uk.hustings.api.intake.ImportReceipt;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.time.DomainClock;
import uk.hustings.seats.election.domain.Declaration;
import uk.hustings.seats.election.domain.Election;
import uk.hustings.seats.election.domain.Scrutiny;
import uk.hustings.seats.facts.Addition;
import uk.hustings.seats.party.Parties;
import uk.hustings.seats.party.PartyImport;
import uk.hustings.seats.party.domain.Party;
import uk.hustings.seats.seat.Seats;

/** Records elections: all of the results that were sent or none. */
@ApplicationScoped
class ElectionImport {

    private static final Map<String, Function<Election, ?>> ELECTION_FIELDS = Map.of(
            "name", Election::name,
            "kind", Election::kind,
            "pollingDay", Election::pollingDay,
            "boundarySet", Election::boundarySet,
            "basis", Election::basis,
            "source", Election::source,
            "writDay", Election::writDay);

    private final Elections elections;
    private final Parties parties;
    private final PartyImport partyImport;
    private final Seats seats;
    private final SecurityIdentity identity;

    ElectionImport(
            Elections elections, Parties parties, PartyImport partyImport, Seats seats, SecurityIdentity identity) {
        this.elections = elections;
        this.parties = parties;
        this.partyImport = partyImport;
        this.seats = seats;
        this.identity = identity;
    }

    /** @param correction why results that differ from what is recorded replace it; null if they must not */
    Uni<ImportReceipt> record(StatelessSession session, List<Submission> submissions, String correction) {
        String recordedBy = identity.getPrincipal().getName();
        return eachInTurn(submissions, submission -> addParties(session, submission))
                .map(additions -> additions.stream()
                        .mapToInt(addition -> addition.created().size())
                        .sum())
                .chain(newParties -> results(session, submissions, correction, recordedBy)
                        .map(restatements -> Restatement.receipt(restatements, newParties)));
    }

    private Uni<List<Restatement>> results(
            StatelessSession session, List<Submission> submissions, String correction, String recordedBy) {
        return parties.codes(session)
                .chain(known -> eachInTurn(submissions, submission -> faults(session, submission, known)))
                .invoke(faults ->
                        Faults.refuseAny(faults.stream().flatMap(List::stream).toList()))
                .chain(() -> eachInTurn(submissions, submission -> addElection(session, submission)
                        .chain(() -> elections.statements(
                                session, submission.declaration().electionId()))
                        .map(recorded -> Restatement.of(submission, recorded, correction, recordedBy))
                        .call(restatement -> elections.add(session, restatement.added()))));
    }

    private Uni<Addition<Party>> addParties(StatelessSession session, Submission submission) {
        List<String> order = List.copyOf(submission.parties().keySet());
        return partyImport.record(
                session,
                submission.parties(),
                (code, field, detail) ->
                        submission.errorAt("/parties/%d/%s".formatted(order.indexOf(code), field), detail));
    }

    private Uni<List<FieldError>> faults(StatelessSession session, Submission submission, Set<String> known) {
        Declaration declaration = submission.declaration();
        return seats.codes(session, declaration.boundarySet())
                // What really happened is told by real time, not by the day that the domain believes it is.
                .map(codes -> Scrutiny.faults(declaration, codes, known, LocalDate.now(DomainClock.LONDON)))
                .map(faults -> faults.stream().map(submission.place()).toList());
    }

    private Uni<Void> addElection(StatelessSession session, Submission submission) {
        Election election = submission.declaration().election();
        return elections
                .find(session, election.id())
                .map(recorded -> Addition.of(
                        Map.of(election.id(), election),
                        recorded == null ? Map.of() : Map.of(election.id(), recorded),
                        ELECTION_FIELDS,
                        (id, field, detail) -> submission.errorAt("/" + field, detail)))
                .chain(addition ->
                        addition.created().isEmpty() ? Uni.createFrom().voidItem() : elections.add(session, election));
    }

    /** One session does one thing at a time. */
    private static <T, R> Uni<List<R>> eachInTurn(List<T> items, Function<T, Uni<R>> work) {
        return Multi.createFrom()
                .iterable(new ArrayList<>(items))
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .asList();
    }
}
