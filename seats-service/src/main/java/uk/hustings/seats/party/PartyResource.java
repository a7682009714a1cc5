package uk.hustings.seats.party;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.intake.ImportReceipt;
import uk.hustings.api.page.Page;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemDocument;
import uk.hustings.api.spool.SpooledBody;
import uk.hustings.seats.facts.Addition;
import uk.hustings.seats.facts.CurrentFacts;
import uk.hustings.seats.facts.FactsGate;

@Path("/v1/parties")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Parties")
@APIResponse(
        responseCode = "400",
        description = "A parameter, the body or the cursor cannot be accepted",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
public class PartyResource {

    private static final String EXAMPLE = """
            code,name,colour,lineage
            lab,Labour,#E4003B,
            brexit,Brexit Party,#12B6CF,
            reform,Reform UK,#17A2C6,brexit
            """;

    private final CurrentFacts current;
    private final FactsGate gate;
    private final PartyImport imports;

    PartyResource(CurrentFacts current, FactsGate gate, PartyImport imports) {
        this.current = current;
        this.gate = gate;
        this.imports = imports;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listParties", summary = "All parties that have a code, by name")
    @APIResponse(responseCode = "200", description = "All parties, in one page")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    public Page<PartyView> list() {
        return new Page<>(current.get().parties(), null).map(PartyView::of);
    }

    @POST
    @Path("imports")
    @Consumes("text/csv")
    @Idempotent
    @PermissionsAllowed("election:write")
    @Operation(operationId = "importParties", summary = "Record parties, all of a file or none")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            description = "1 to 128 visible ASCII characters, new for each new request",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 128, examples = "parties-2015-04-14"))
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
    public Uni<Response> importParties(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = SchemaType.STRING),
                                            examples = @ExampleObject(name = "parties", value = EXAMPLE)))
                    SpooledBody csv) {
        return csv.read(PartySheet::read)
                .chain(sheet -> gate.letIn(session ->
                        imports.record(session, sheet.items(), sheet.places()).map(Addition::receipt)));
    }
}
