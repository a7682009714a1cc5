package uk.hustings.seats.election;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.export.Table;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.intake.ImportReceipt;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.seats.election.domain.Texts;
import uk.hustings.seats.facts.FactsGate;

@Path("/v1/elections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Elections")
@APIResponse(
        responseCode = "201",
        description = "Recorded, or recorded before with the same content",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ImportReceipt.class)))
@APIResponse(responseCode = "400", description = "The body cannot be read")
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "None of the caller's roles carries election:write")
@APIResponse(
        responseCode = "409",
        description =
                "Recorded already with other content and no correction is given, or the same key is being worked on")
@APIResponse(
        responseCode = "422",
        description = "Rows or fields that cannot be accepted, each named; or the key was used for another body")
public class ElectionImportResource {

    private static final String EXAMPLE = """
            electionId,electionName,kind,electionDay,boundarySet,seatCode,electorate,validVotes,invalidVotes,party,partyName,candidate,votes
            by-2012-11-15-E14000648,Corby by-election 2012,by-election,2012-11-15,2010,E14000648,79878,27056,110,lab,Labour,Andy Sawford,17267
            by-2012-11-15-E14000648,Corby by-election 2012,by-election,2012-11-15,2010,E14000648,79878,27056,110,con,Conservative,Christine Emmett,9789
            """;

    private final FactsGate gate;
    private final ElectionImport imports;

    ElectionImportResource(FactsGate gate, ElectionImport imports) {
        this.gate = gate;
        this.imports = imports;
    }

    @POST
    @Path("imports")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @PermissionsAllowed("election:write")
    @Operation(
            operationId = "importElection",
            summary = "Record one election's results, all of them or none",
            description =
                    "With correction, results that differ from what is recorded replace it; what they replace can "
                            + "still be read.")
    public Uni<Response> importElection(ElectionReturn sent) {
        return gate.letIn(session -> imports.record(
                session, List.of(ElectionReturn.submission(sent)), sent == null ? null : reason(sent.correction())));
    }

    @POST
    @Path("imports.csv")
    @Consumes(Table.MEDIA_TYPE)
    @Idempotent
    @PermissionsAllowed("election:write")
    @Operation(
            operationId = "importElections",
            summary = "Record the results of one or more elections from a CSV file, all of them or none",
            description = "A row for each candidate, which repeats what it says of the contest and of the election. "
                    + "Optional columns: pollingDay, elected, basis, source, writDay.")
    public Uni<Response> importElections(
            @Parameter(
                            description =
                                    "Why results that differ from what is recorded replace it; without it they are refused",
                            example = "Recount of 9 May")
                    @RestQuery
                    String correction,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = Table.MEDIA_TYPE,
                                            schema = @Schema(type = SchemaType.STRING),
                                            examples = @ExampleObject(name = "by-election", value = EXAMPLE)))
                    String csv) {
        List<Submission> submissions = ElectionSheet.read(csv);
        return gate.letIn(session -> imports.record(session, submissions, reason(correction)));
    }

    private static String reason(String text) {
        String reason = Texts.stripped(text);
        if (reason != null && !Texts.isLine(reason)) {
            throw ProblemType.INVALID_INPUT
                    .because("correction " + Texts.EXPECTED)
                    .withErrors(List.of(FieldError.at("/correction", Texts.EXPECTED)));
        }
        return reason;
    }
}
