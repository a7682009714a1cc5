package uk.hustings.campaign.localparty;

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

/** Local parties in bulk. */
@Path(LocalPartyResource.PATH)
@Tag(name = "Local parties")
public class LocalPartyImportResource {

    /** The body as the document tells it; what comes is read one local party after the other. */
    @Schema(name = "StatedLocalParties", requiredProperties = LocalPartyImport.LIST)
    record StatedLocalParties(
            @Schema(description = "1 to 1,000 of them") List<StatedLocalParty> localParties) {}

    private static final String CSV = """
            localParty,name,region,seatCodes
            crewe-and-nantwich,Crewe and Nantwich,E12000002,E14000653
            """;

    private static final String JSON = """
            {"localParties": [{"localParty": "crewe-and-nantwich", "name": "Crewe and Nantwich", "region": "E12000002",
              "seatCodes": ["E14000653"]}]}
            """;

    private static final String RULES =
            "The same again changes nothing; one that is recorded otherwise is refused: changeLocalParty changes it. All of"
                    + " it is taken or nothing, 1,000 local parties at the most.";

    private final LocalPartyImport imports;
    private final VisibleLocalParties visible;

    LocalPartyImportResource(LocalPartyImport imports, VisibleLocalParties visible) {
        this.imports = imports;
        this.visible = visible;
    }

    @POST
    @Path("/imports")
    @Consumes(Table.MEDIA_TYPE)
    @Produces(MediaType.APPLICATION_JSON)
    @Idempotent
    @PermissionsAllowed("local-party:write")
    @Operation(
            operationId = "importLocalParties",
            summary =
                    "Add local parties from CSV: localParty,name,region,seatCodes (space between codes); all or nothing",
            description = RULES)
    @APIResponse(
            responseCode = "201",
            description = "Recorded, or recorded before with the same content",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportReceipt.class)))
    @APIResponse(responseCode = "400", description = "The key is missing, or the body is no CSV file of these columns")
    @APIResponse(
            responseCode = "409",
            description = "Recorded already with other content, or the same key is being worked on")
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
        return imports.take(visible.caller(), csv, imports::fromSheet).map(Reply::toResponse);
    }

    @POST
    @Path("/imports.json")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Idempotent
    @PermissionsAllowed("local-party:write")
    @Operation(
            operationId = "importLocalPartiesJson",
            summary = "Add local parties from a JSON list; all or nothing",
            description = RULES)
    @APIResponse(
            responseCode = "201",
            description = "Recorded, or recorded before with the same content",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportReceipt.class)))
    @APIResponse(responseCode = "400", description = "The key is missing, or the body cannot be read")
    @APIResponse(
            responseCode = "409",
            description = "Recorded already with other content, or the same key is being worked on")
    @APIResponse(responseCode = "413", description = "The body has more than 1 MiB or 1,000 local parties")
    @APIResponse(responseCode = "422", description = "Some of what was sent cannot be accepted; each fault is named")
    public Uni<Response> importJson(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = StatedLocalParties.class),
                                            examples = @ExampleObject(name = "Crewe and Nantwich", value = JSON)))
                    SpooledBody list) {
        return imports.take(visible.caller(), list, imports::fromList).map(Reply::toResponse);
    }
}
