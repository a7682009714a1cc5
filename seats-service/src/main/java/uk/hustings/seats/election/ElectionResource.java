package uk.hustings.seats.election;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.intake.ImportReceipt;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemDocument;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.seats.election.domain.Contest;
import uk.hustings.seats.election.domain.Election;
import uk.hustings.seats.facts.CurrentFacts;
import uk.hustings.seats.facts.FactsGate;
import uk.hustings.seats.facts.FactsQuery;
import uk.hustings.seats.facts.domain.Facts;

@Path("/v1/elections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Elections")
@APIResponse(
        responseCode = "400",
        description = "A parameter, the body or the cursor cannot be accepted",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
public class ElectionResource {

    private final CurrentFacts current;
    private final FactsQuery query;
    private final FactsGate gate;
    private final ElectionImport imports;

    ElectionResource(CurrentFacts current, FactsQuery query, FactsGate gate, ElectionImport imports) {
        this.current = current;
        this.query = query;
        this.gate = gate;
        this.imports = imports;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listElections", summary = "General elections and by-elections by polling day")
    @APIResponse(responseCode = "200", description = "One page of elections")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    public Page<ElectionView> list(
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        Facts facts = current.get();
        PageRequest request = PageRequest.of(QueryParameter.wholeNumber("limit", limit), cursor, "elections");
        return Page.of(facts.elections(), request, Election::id).map(election -> ElectionView.of(election, facts));
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
        SeatCode only = query.seat(facts, seat);
        PageRequest request = PageRequest.of(
                QueryParameter.wholeNumber("limit", limit), cursor, "results", election.id(), within, only);
        List<Contest> contests = facts.contests(election.id()).stream()
                .filter(contest -> only == null || contest.seatCode().equals(only))
                .filter(contest ->
                        within == null || facts.seatOf(contest).regionCode().equals(within))
                .toList();
        return Page.of(contests, request, contest -> contest.seatCode().value())
                .map(contest -> ContestView.of(contest, facts.seatOf(contest).name()));
    }

    @POST
    @Path("imports")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @PermissionsAllowed("election:write")
    @Operation(operationId = "importElection", summary = "Record one election's results, all of them or none")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            description = "1 to 128 visible ASCII characters, new for each new request",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 128, examples = "ge2010-1"))
    @APIResponse(
            responseCode = "201",
            description = "Recorded, or recorded before with the same content",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportReceipt.class)))
    @APIResponse(responseCode = "401", description = "No valid token")
    @APIResponse(responseCode = "403", description = "None of the caller's roles carries election:write")
    @APIResponse(
            responseCode = "409",
            description = "Recorded already with other content, or the same key is being worked on")
    @APIResponse(
            responseCode = "422",
            description = "Rows or fields that cannot be accepted, each named; or the key was used for another body")
    public Uni<Response> importElection(ElectionReturn sent) {
        return gate.letIn(session -> imports.record(session, ElectionReturn.declaration(sent)));
    }

    private static Election known(Facts facts, String electionId) {
        return facts.election(electionId).orElseThrow(() -> ProblemType.NOT_FOUND.because("No election has this id."));
    }
}
