package uk.hustings.polls.indicator;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import uk.hustings.access.Caller;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.conditional.Preconditions;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.intake.Faults;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemDocument;
import uk.hustings.polls.poll.VisibilityOrder;
import uk.hustings.polls.poll.WithdrawalOrder;
import uk.hustings.polls.poll.domain.Visibility;
import uk.hustings.polls.stated.StatedVisibility;

/** What can happen to a recorded item. */
@Path("/v1/evidence/{itemId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence")
@APIResponse(
        responseCode = "403",
        description = "The caller's roles do not allow this",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
@APIResponse(
        responseCode = "404",
        description = "There is no such item",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
@APIResponse(
        responseCode = "422",
        description = "Some of what was sent cannot be accepted",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
public class ItemChangeResource {

    private static final String TAG_EXAMPLE = "\"6d1f0c2b9a8e7d5c4b3a2910\"";

    private final ItemChanges changes;
    private final SecurityIdentity identity;
    private final Preconditions preconditions;

    ItemChangeResource(ItemChanges changes, SecurityIdentity identity, Preconditions preconditions) {
        this.changes = changes;
        this.identity = identity;
        this.preconditions = preconditions;
    }

    @PUT
    @PermissionsAllowed("poll:write")
    @Operation(
            operationId = "correctEvidence",
            summary = "State an item anew, whole",
            description =
                    "What was stated before is kept. A correction takes a withdrawn item up again. Who may know of"
                            + " the item stays as it is. A correction to what stands changes nothing.")
    @APIResponse(responseCode = "200", description = "The item as it is now")
    @APIResponse(responseCode = "409", description = "It would be the same item as another one that is recorded")
    @APIResponse(responseCode = "412", description = "The item has changed since it was read")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<ItemView> correctEvidence(
            @RestPath UUID itemId,
            @RestHeader("If-Match")
                    @Parameter(
                            description = "The ETag of the item as you read it",
                            required = true,
                            example = TAG_EXAMPLE)
                    String ifMatch,
            @Valid @NotNull ItemCorrection order) {
        return changes.correct(
                caller(), itemId, order.item(), order.reason(), current -> preconditions.require(ifMatch, current));
    }

    @POST
    @Path("withdrawal")
    @Idempotent
    @PermissionsAllowed("poll:write")
    @Operation(
            operationId = "withdrawEvidence",
            summary = "Take an item back",
            description = "It leaves every timeline; whoever knows its id still reads it, and that it is withdrawn. An"
                    + " embargo that has not ended becomes private.")
    @APIResponse(
            responseCode = "200",
            description = "The item is withdrawn",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WithdrawnItem.class)))
    @APIResponse(
            responseCode = "409",
            description = "The item is withdrawn already, or the same request is still being worked on")
    public Uni<Response> withdrawEvidence(@RestPath UUID itemId, @Valid @NotNull WithdrawalOrder order) {
        return changes.withdraw(caller(), itemId, order.reason()).map(Reply::toResponse);
    }

    @PUT
    @Path("visibility")
    @PermissionsAllowed("poll:write")
    @Operation(
            operationId = "changeEvidenceVisibility",
            summary = "Let everybody know of an item, or only those whose role reaches its area",
            description = "Every change is kept with its author and reason. A change to what stands changes nothing.")
    @APIResponse(responseCode = "200", description = "The item as it is now")
    @APIResponse(responseCode = "412", description = "The item has changed since it was read")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<ItemView> changeEvidenceVisibility(
            @RestPath UUID itemId,
            @RestHeader("If-Match")
                    @Parameter(
                            description = "The ETag of the item as you read it",
                            required = true,
                            example = TAG_EXAMPLE)
                    String ifMatch,
            @Valid @NotNull VisibilityOrder order) {
        List<FieldError> faults = new ArrayList<>();
        Visibility visibility = StatedVisibility.read(
                order.visibility(),
                order.embargoedUntil(),
                (field, detail) -> faults.add(FieldError.at("/" + field, detail)));
        Faults.refuseAny(faults);
        return changes.show(
                caller(),
                itemId,
                visibility,
                order.embargoedUntil(),
                order.reason(),
                current -> preconditions.require(ifMatch, current));
    }

    private Caller caller() {
        return CallerAugmentor.callerOf(identity);
    }
}
