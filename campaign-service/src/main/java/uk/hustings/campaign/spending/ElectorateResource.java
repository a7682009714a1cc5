package uk.hustings.campaign.spending;

import io.quarkus.security.PermissionsAllowed;
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
import uk.hustings.api.export.Table;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.intake.ImportReceipt;
import uk.hustings.api.spool.SpooledBody;

/** The electorates on which spending limits rest. */
@Path("/v1/campaign/spending/electorates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Spending")
public class ElectorateResource {

    private static final String CSV = """
            election,seatCode,electorate,source
            ge2015,E14000653,74169,Register of 30 March 2015
            """;

    private final ElectorateImport imports;
    private final SpendingRights rights;

    ElectorateResource(ElectorateImport imports, SpendingRights rights) {
        this.imports = imports;
        this.rights = rights;
    }

    @POST
    @Path("/imports")
    @Consumes(Table.MEDIA_TYPE)
    @Idempotent
    @PermissionsAllowed("election:write")
    @Operation(
            operationId = "importElectorates",
            summary = "State from CSV how many electors seats have on the register that decides an election's limits",
            description =
                    "In law that is the register of the last day for publication of the notice of election. All of it is"
                            + " recorded or nothing, 1,000 rows at the most. The newest statement counts; what was stated before is kept."
                            + " Expenses are not decided about again.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded, or stated before with the same content",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportReceipt.class)))
    @APIResponse(responseCode = "400", description = "The key is missing, or the body cannot be read")
    @APIResponse(responseCode = "403", description = "The caller's roles do not allow this")
    @APIResponse(responseCode = "409", description = "The same key is being worked on")
    @APIResponse(responseCode = "413", description = "The file has more than 64 MiB or 1,000 rows")
    @APIResponse(responseCode = "422", description = "Rows at fault, each with its line")
    public Uni<Response> importCsv(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = Table.MEDIA_TYPE,
                                            schema = @Schema(implementation = String.class),
                                            examples = @ExampleObject(name = "Crewe and Nantwich", value = CSV)))
                    SpooledBody csv) {
        return imports.take(rights.caller(), csv).map(Reply::toResponse);
    }
}
