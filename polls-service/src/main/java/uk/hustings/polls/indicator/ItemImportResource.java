package uk.hustings.polls.indicator;

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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.intake.ImportReceipt;
import uk.hustings.api.spool.SpooledBody;

/** Evidence beside polls in bulk. */
@Path("/v1/evidence/imports")
@Tag(name = "Evidence")
public class ItemImportResource {

    private static final String EXAMPLE = """
            {"items": [
              {"kind": "ballot-result", "label": "Election of the leader", "contest": "lab-leadership-2016",
               "day": "2016-09-24", "source": "LabourList and Total Politics, 24 September 2016", "visibility": "public",
               "electorate": "party members",
               "results": [{"option": "corbyn", "votes": 168216, "pct": 59.0},
                           {"option": "smith", "votes": 116960, "pct": 41.0}]}]}
            """;

    private final ItemIntake intake;
    private final SecurityIdentity identity;

    ItemImportResource(ItemIntake intake, SecurityIdentity identity) {
        this.intake = intake;
        this.identity = identity;
    }

    @POST
    @Idempotent
    @PermissionsAllowed("poll:write")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "importEvidence",
            summary = "Import evidence that is no poll, all or nothing",
            description =
                    "At most 5,000 items. What tells items apart is kind, label, contest, area, day, source and, by"
                            + " kind, council and ward, population, electorate, speaker and text. An item without a visibility is"
                            + " private. The same items again change nothing; other content for a recorded item is refused.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ItemImport.class),
                            examples = @ExampleObject(name = "Members' votes, September 2016", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "What the import did",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportReceipt.class)))
    @APIResponse(
            responseCode = "400",
            description = "The body is no JSON of this form, or the Idempotency-Key is missing")
    @APIResponse(responseCode = "403", description = "The caller's roles do not allow this")
    @APIResponse(
            responseCode = "409",
            description = "An item is recorded with other content, or the same request is still being worked on")
    @APIResponse(responseCode = "413", description = "The body has more than 64 MiB or more than 5,000 items")
    @APIResponse(responseCode = "422", description = "Items are at fault; each fault is named by its JSON pointer")
    public Uni<Response> importEvidence(SpooledBody items) {
        return intake.take(items, CallerAugmentor.callerOf(identity).subject()).map(Reply::toResponse);
    }
}
