package uk.hustings.seats.election;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.export.CsvFile;
import uk.hustings.api.export.Table;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemDocument;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.seats.election.domain.Basis;
import uk.hustings.seats.election.domain.Contest;
import uk.hustings.seats.election.domain.Election;
import uk.hustings.seats.election.domain.ElectionKind;
import uk.hustings.seats.facts.CurrentFacts;
import uk.hustings.seats.facts.FactsQuery;
import uk.hustings.seats.facts.domain.Facts;
import uk.hustings.seats.seat.domain.Seat;
import uk.hustings.seats.seat.domain.SeatKey;

@Path("/v1/elections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Elections")
@APIResponse(
        responseCode = "400",
        description = "A parameter or the cursor cannot be accepted",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
public class ElectionResource {

    private final CurrentFacts current;
    private final FactsQuery query;
    private final Elections elections;
    private final Mutiny.SessionFactory sessions;

    ElectionResource(CurrentFacts current, FactsQuery query, Elections elections, Mutiny.SessionFactory sessions) {
        this.current = current;
        this.query = query;
        this.elections = elections;
        this.sessions = sessions;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listElections", summary = "General elections and by-elections by polling day")
    @APIResponse(responseCode = "200", description = "One page of elections")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    public Page<ElectionView> list(
            @Parameter(description = "general or by-election", example = "by-election") @RestQuery String kind,
            @Parameter(description = "actual or notional", example = "actual") @RestQuery String basis,
            @Parameter(description = "Code of a boundary set", example = "2010") @RestQuery String boundarySet,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        Facts facts = current.get();
        String ofKind = QueryParameter.oneOf("kind", kind, codes(ElectionKind.values(), ElectionKind::code));
        String onBasis = QueryParameter.oneOf("basis", basis, codes(Basis.values(), Basis::code));
        String ofSet = query.boundarySet(facts, boundarySet);
        PageRequest request =
                PageRequest.of(QueryParameter.wholeNumber("limit", limit), cursor, "elections", ofKind, onBasis, ofSet);
        List<Election> elections = facts.elections().stream()
                .filter(election -> ofKind == null || election.kind().code().equals(ofKind))
                .filter(election -> onBasis == null || election.basis().code().equals(onBasis))
                .filter(election -> ofSet == null || election.boundarySet().equals(ofSet))
                .toList();
        return Page.of(elections, request, Election::id).map(election -> ElectionView.of(election, facts));
    }

    @GET
    @Path("{electionId}")
    @PermitAll
    @Operation(operationId = "getElection", summary = "One election")
    @APIResponse(responseCode = "200", description = "The election")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    @APIResponse(responseCode = "404", description = "No election has this id")
    public ElectionView get(@Parameter(example = "ge2010") @RestPath String electionId) {
        Facts facts = current.get();
        return ElectionView.of(known(facts, electionId), facts);
    }

    @GET
    @Path("{electionId}/results")
    @PermitAll
    @Operation(operationId = "listElectionResults", summary = "Results of an election by name of the seat")
    @APIResponse(responseCode = "200", description = "One page of results")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    @APIResponse(responseCode = "404", description = "No election has this id")
    public Page<ContestView> results(
            @Parameter(example = "ge2010") @RestPath String electionId,
            @Parameter(description = "GSS code of a region", example = "E12000002") @RestQuery String region,
            @Parameter(description = "GSS code of a seat", example = "E14000653") @RestQuery String seat,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        Facts facts = current.get();
        Election election = known(facts, electionId);
        String within = query.region(facts, region);
        Seat only = query.seat(facts, seat, election.boundarySet());
        PageRequest request = PageRequest.of(
                QueryParameter.wholeNumber("limit", limit),
                cursor,
                "results",
                election.id(),
                within,
                only == null ? null : only.key());
        List<Contest> contests = facts.contests(election.id()).stream()
                .filter(contest -> only == null || contest.seat().equals(only.key()))
                .filter(contest ->
                        within == null || facts.seatOf(contest).regionCode().equals(within))
                .toList();
        return Page.of(contests, request, contest -> contest.seatCode().value())
                .map(contest -> ContestView.of(contest, facts));
    }

    @GET
    @Path("{electionId}/results.csv")
    @Produces(Table.MEDIA_TYPE)
    @PermitAll
    @Operation(
            operationId = "exportElectionResults",
            summary = "Results of an election as a CSV file that can be imported")
    @APIResponse(responseCode = "200", description = "A header line and a line for each candidate")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    @APIResponse(responseCode = "404", description = "No election has this id")
    public CsvFile csv(@Parameter(example = "ge2010") @RestPath String electionId) {
        Facts facts = current.get();
        return ResultRow.csv(known(facts, electionId), facts.contests(electionId));
    }

    @GET
    @Path("{electionId}/results/{seatCode}/history")
    @PermitAll
    @Operation(
            operationId = "listResultRevisions",
            summary = "Every statement of a seat's result, the first one first; the last one counts")
    @APIResponse(responseCode = "200", description = "All of them, in one page")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    @APIResponse(responseCode = "404", description = "This seat has no result in an election of this id")
    public Uni<Page<RevisionView>> history(
            @Parameter(example = "ge2010") @RestPath String electionId, @RestPath SeatCode seatCode) {
        Facts facts = current.get();
        SeatKey seat = new SeatKey(known(facts, electionId).boundarySet(), seatCode);
        return sessions.withStatelessSession(session -> elections.statements(session, electionId, seatCode))
                .map(statements -> {
                    if (statements.isEmpty() || facts.seat(seat).isEmpty()) {
                        throw ProblemType.NOT_FOUND.because("This seat has no result in this election.");
                    }
                    return new Page<>(
                            statements.stream()
                                    .map(statement -> RevisionView.of(statement, facts))
                                    .toList(),
                            null);
                });
    }

    private static Election known(Facts facts, String electionId) {
        return facts.election(electionId).orElseThrow(() -> ProblemType.NOT_FOUND.because("No election has this id."));
    }

    private static <E> List<String> codes(E[] constants, Function<E, String> code) {
        return Stream.of(constants).map(code).toList();
    }
}
