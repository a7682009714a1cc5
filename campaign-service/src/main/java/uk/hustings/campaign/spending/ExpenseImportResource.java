package uk.hustings.campaign.spending;

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

/** Expenses in bulk. */
@Path("/v1/campaign/spending")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Spending")
@APIResponse(
        responseCode = "201",
        description = "Recorded, or recorded before with the same content",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ImportReceipt.class)))
@APIResponse(responseCode = "400", description = "The key is missing, or the body cannot be read")
@APIResponse(responseCode = "403", description = "The caller's roles do not allow this, or do not cover all seats")
@APIResponse(
        responseCode = "409",
        description =
                "A commitment exceeds the headroom, a reference is recorded with other content, or the same key is being"
                        + " worked on")
@APIResponse(responseCode = "413", description = "The body has too many bytes, or more than 5,000 expenses")
@APIResponse(responseCode = "422", description = "Rows at fault, each with its place")
public class ExpenseImportResource {

    /** The body in the API document; what is sent is read one expense after the other. */
    @Schema(name = "ExpenseOrders", requiredProperties = ExpenseRows.LIST)
    record ExpenseOrders(
            @Schema(description = "1 to 5,000 of them") List<ExpenseOrder> expenses) {}

    private static final String CSV = """
            seatCode,category,period,status,paidGbp,day,supplier,reference
            E14000653,advertising,short,committed,1250.00,2015-04-14,Crewe Print Ltd,INV-2015-0412
            """;

    private static final String JSON = """
            {"expenses": [{"seatCode": "E14000653", "category": "advertising", "period": "short", "status": "committed",
              "paidGbp": 1250.00, "day": "2015-04-14", "reference": "INV-2015-0412"}]}
            """;

    private static final String RULES =
            "All of it is recorded or nothing, 5,000 expenses at the most, decided about in their"
                    + " order. An expense with a reference that is recorded with the same content is left as it is.";

    private final ExpenseImport imports;
    private final SpendingRights rights;

    ExpenseImportResource(ExpenseImport imports, SpendingRights rights) {
        this.imports = imports;
        this.rights = rights;
    }

    @POST
    @Path("/imports")
    @Consumes(Table.MEDIA_TYPE)
    @Idempotent
    @PermissionsAllowed("spending:write")
    @Operation(
            operationId = "importExpenses",
            summary = "Record expenses from CSV with the columns of recordExpense; all or nothing",
            description = RULES)
    public Uni<Response> importCsv(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = Table.MEDIA_TYPE,
                                            schema = @Schema(implementation = String.class),
                                            examples = @ExampleObject(name = "Crewe and Nantwich", value = CSV)))
                    SpooledBody csv) {
        return imports.fromCsv(rights.caller(), csv).map(Reply::toResponse);
    }

    @POST
    @Path("/imports.json")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @PermissionsAllowed("spending:write")
    @Operation(
            operationId = "importExpensesJson",
            summary = "Record expenses from a JSON list; all or nothing",
            description = RULES)
    public Uni<Response> importJson(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = ExpenseOrders.class),
                                            examples = @ExampleObject(name = "Crewe and Nantwich", value = JSON)))
                    SpooledBody list) {
        return imports.fromJson(rights.caller(), list).map(Reply::toResponse);
    }
}
