package uk.hustings.campaign.access;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.Reply;

/** Exemptions from the weekly limit, which headquarters gives and ends. */
@Path("/v1/campaign/access")
@Tag(name = "Access")
public class ExemptionResource {

    private final ManualDecisions decisions;
    private final SecurityIdentity identity;

    ExemptionResource(ManualDecisions decisions, SecurityIdentity identity) {
        this.decisions = decisions;
        this.identity = identity;
    }

    /** One decision for each seat, on the wire. */
    @Schema(name = "AccessExemptions", description = "One decision for each seat")
    public record Exempted(List<DecisionView> items) {}

    @POST
    @Path("/exemptions")
    @Idempotent
    @PermissionsAllowed("access:decide")
    @Operation(
            operationId = "exemptFromAccessPolicy",
            summary =
                    "Exempt a local party from the policy in one of its seats, or in all, for a time and with a reason",
            description = "A lock by the policy falls with it; one by a person stays. Weeks that are over when the"
                    + " exemption comes to its end are not weighed any more.")
    @APIResponse(
            responseCode = "201",
            description = "Exempted",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Exempted.class)))
    @APIResponse(responseCode = "409", description = "The same key is being worked on")
    @APIResponse(
            responseCode = "422",
            description = "Fields that cannot be accepted, each named; or the key was used for another body")
    public Uni<Response> exempt(@NotNull @Valid ExemptionRequest request) {
        return decisions.exempt(CallerAugmentor.callerOf(identity), request).map(Reply::toResponse);
    }

    @POST
    @Path("/exemptions/{decisionId}/ending")
    @Idempotent
    @PermissionsAllowed("access:decide")
    @Operation(
            operationId = "endAccessExemption",
            summary = "End an exemption before its time, or close again what a key-holder opened",
            description = "The present week is weighed at once. A lock that was opened in an emergency stands again"
                    + " if what it rested on still holds.")
    @APIResponse(
            responseCode = "201",
            description = "Ended",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DecisionView.class)))
    @APIResponse(responseCode = "404", description = "No decision with this id gave an exemption")
    @APIResponse(responseCode = "409", description = "It does not run any more, or the same key is being worked on")
    @APIResponse(
            responseCode = "422",
            description = "The reason cannot be accepted, or the key was used for another body")
    public Uni<Response> end(@RestPath UUID decisionId, @NotNull @Valid Grounds grounds) {
        return decisions
                .end(CallerAugmentor.callerOf(identity), decisionId, grounds.reason())
                .map(Reply::toResponse);
    }
}
