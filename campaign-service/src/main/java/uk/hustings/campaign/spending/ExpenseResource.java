package uk.hustings.campaign.spending;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.access.Caller;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;

/** Expenses of our party in the seats that the caller's roles cover. */
@Path(ExpenseService.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Spending")
@APIResponse(responseCode = "403", description = "The caller's roles do not allow this, or do not cover the seat")
public class ExpenseResource {

    private final ExpenseService service;
    private final ExpenseReader reader;
    private final Contests contests;
    private final SpendingRights rights;

    ExpenseResource(ExpenseService service, ExpenseReader reader, Contests contests, SpendingRights rights) {
        this.service = service;
        this.reader = reader;
        this.contests = contests;
        this.rights = rights;
    }

    @GET
    @PermissionsAllowed("spending:read")
    @Operation(operationId = "listExpenses", summary = "Expenses that you may see, newest first")
    @APIResponse(responseCode = "200", description = "A page of expenses")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    public Uni<Page<ExpenseView>> list(
            @BeanParam ExpenseQuery query,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        Caller caller = rights.caller();
        PageRequest page = PageRequest.of(
                QueryParameter.wholeNumber("limit", limit), cursor, "expenses", query.view(), caller.subject());
        return reader.page(caller, query.wanted(contests), page);
    }

    @GET
    @Path("/{expenseId}")
    @PermissionsAllowed("spending:read")
    @Operation(operationId = "getExpense", summary = "One expense with everything that was entered about it")
    @APIResponse(responseCode = "200", description = "The expense")
    @APIResponse(responseCode = "404", description = "No expense that you may see has this id")
    public Uni<ExpenseView.Whole> get(@RestPath UUID expenseId) {
        return reader.one(rights.caller(), expenseId);
    }

    @POST
    @Idempotent
    @PermissionsAllowed("spending:write")
    @Operation(
            operationId = "recordExpense",
            summary = "Commit or declare an expense in a seat",
            description =
                    "A commitment over the headroom is refused with the figures. A declaration over it is recorded and"
                            + " flagged.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded; what is left of the limit is in the answer",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ExpenseReceipt.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "The commitment exceeds the headroom, the reference is recorded already, or the same key is being"
                            + " worked on")
    @APIResponse(
            responseCode = "422",
            description = "Fields that cannot be accepted, each named; or the key was used for another body")
    public Uni<Response> record(@NotNull @Valid ExpenseOrder expense) {
        return service.record(rights.caller(), expense).map(Reply::toResponse);
    }
}
