package uk.hustings.campaign.spending;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.Reply;

/** What becomes of an expense after it was recorded. What was entered before is kept. */
@Path(ExpenseService.PATH + "/{expenseId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Spending")
@APIResponse(
        responseCode = "200",
        description = "The expense as it is now, and what is left of the limit",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ExpenseReceipt.class)))
@APIResponse(responseCode = "403", description = "The caller's roles do not allow this, or do not cover the seat")
@APIResponse(responseCode = "404", description = "No expense that you may see has this id")
@APIResponse(
        responseCode = "422",
        description = "Fields that cannot be accepted, each named; or the key was used for another body")
public class ExpenseChangeResource {

    private final ExpenseChanges changes;
    private final SpendingRights rights;

    ExpenseChangeResource(ExpenseChanges changes, SpendingRights rights) {
        this.changes = changes;
        this.rights = rights;
    }

    @POST
    @Path("/declaration")
    @Idempotent
    @PermissionsAllowed("spending:write")
    @Operation(
            operationId = "declareExpense",
            summary = "Declare a commitment, with the amounts of the invoice",
            description = "Recorded and flagged if it exceeds the headroom.")
    @APIResponse(responseCode = "409", description = "It is not committed, or the same key is being worked on")
    public Uni<Response> declare(@RestPath UUID expenseId, @NotNull @Valid ExpenseDeclaration declaration) {
        return changes.declare(rights.caller(), expenseId, declaration).map(Reply::toResponse);
    }

    @POST
    @Path("/release")
    @Idempotent
    @PermissionsAllowed("spending:write")
    @Operation(operationId = "releaseExpense", summary = "Release a commitment that came to nothing")
    @APIResponse(responseCode = "409", description = "It is not committed, or the same key is being worked on")
    public Uni<Response> release(@RestPath UUID expenseId, @NotNull @Valid SpendingGrounds grounds) {
        return changes.release(rights.caller(), expenseId, grounds.reason()).map(Reply::toResponse);
    }

    @POST
    @Path("/correction")
    @Idempotent
    @PermissionsAllowed("spending:write")
    @Operation(
            operationId = "correctExpense",
            summary = "Correct an expense, whole, with a reason",
            description = "A commitment may not be raised over the headroom; it may always be lowered.")
    @APIResponse(
            responseCode = "409",
            description =
                    "There is a newer revision, it is released or withdrawn, the commitment would exceed the headroom,"
                            + " or the same key is being worked on")
    public Uni<Response> correct(@RestPath UUID expenseId, @NotNull @Valid ExpenseCorrection correction) {
        return changes.correct(rights.caller(), expenseId, correction).map(Reply::toResponse);
    }

    @POST
    @Path("/withdrawal")
    @Idempotent
    @PermissionsAllowed("spending:write")
    @Operation(operationId = "withdrawExpense", summary = "Withdraw an expense that was recorded by mistake")
    @APIResponse(
            responseCode = "409",
            description = "It is released or withdrawn already, or the same key is being worked on")
    public Uni<Response> withdraw(@RestPath UUID expenseId, @NotNull @Valid SpendingGrounds grounds) {
        return changes.withdraw(rights.caller(), expenseId, grounds.reason()).map(Reply::toResponse);
    }
}
