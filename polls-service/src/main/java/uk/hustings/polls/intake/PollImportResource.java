package uk.hustings.polls.intake;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
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
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.intake.ImportReceipt;

/** Polls in bulk. */
@Path("/v1/polls/imports")
@Tag(name = "Polls")
public class PollImportResource {

    private static final String EXAMPLE = """
            pollster,client,population,question,seatCode,fieldworkStart,fieldworkEnd,visibility,sampleSize,conPct,labPct,ldPct,greenPct,ukipPct,otherPct
            Lord Ashcroft,,adults,constituency,E14000653,2015-04-02,2015-04-09,public,586,37.9,41.6,3.9,1.5,13.7,1.4
            """;

    private final PollIntake intake;
    private final SecurityIdentity identity;

    PollImportResource(PollIntake intake, SecurityIdentity identity) {
        this.intake = intake;
        this.identity = identity;
    }

    @POST
    @Idempotent
    @PermissionsAllowed("poll:write")
    @Consumes("text/csv")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "importPolls",
            summary = "Import polls from CSV, all or nothing",
            description = "One row per poll; the named columns must be there, their cells may be empty where something"
                    + " is not known. Every answer has a column of its own, <option>Pct; dontKnowPct only where it is"
                    + " part of the headline figures. A poll without a visibility is private. Shares of a question"
                    + " must add up to 98 to 102. The same polls again change nothing; other figures for a recorded"
                    + " poll are refused.")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            description = "1 to 128 visible ASCII characters, new for each new request",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 128),
            example = "ashcroft-2015-04-14")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "Crewe and Nantwich, April 2015", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "What the import did",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportReceipt.class)))
    @APIResponse(
            responseCode = "400",
            description = "This is no CSV of these columns, or the Idempotency-Key is missing")
    @APIResponse(responseCode = "403", description = "The caller's roles do not allow this")
    @APIResponse(
            responseCode = "409",
            description = "A poll is recorded with other figures, or the same request is still being worked on")
    @APIResponse(responseCode = "422", description = "Rows are at fault; each is named with its line")
    public Uni<Response> importPolls(String csv) {
        return intake.take(csv, CallerAugmentor.callerOf(identity).subject()).map(Reply::toResponse);
    }
}
