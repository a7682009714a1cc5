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
import uk.hustings.access.AccessRules;
import uk.hustings.access.Caller;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.problem.ProblemDocument;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;

/** Who is let be for a while, by headquarters or, in an emergency, by whoever holds the key of a seat. */
@Path("/v1/campaign/access")
@Tag(name = "Access")
public class ExemptionResource {

    private static final String BREAK_GLASS = "access:break-glass";

    private final HandDesk desk;
    private final AccessRules rules;
    private final SecurityIdentity identity;
    private final DomainClock clock;

    ExemptionResource(HandDesk desk, AccessRules rules, SecurityIdentity identity, DomainClock clock) {
        this.desk = desk;
        this.rules = rules;
        this.identity = identity;
        this.clock = clock;
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
        return desk.exempt(CallerAugmentor.callerOf(identity), request).map(Reply::toResponse);
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
        return desk.end(CallerAugmentor.callerOf(identity), decisionId, grounds.reason())
                .map(Reply::toResponse);
    }

    @POST
    @Path("/break-glass")
    @Idempotent
    @PermissionsAllowed(BREAK_GLASS)
    @Operation(
            operationId = "breakGlass",
            summary = "Open a locked seat of your own local party in an emergency, at once and for some hours",
            description =
                    "For holders of the role key-holder. Everybody who may see decisions sees this one; when its time"
                            + " is over, the lock stands again if what it rested on still holds.")
    @APIResponse(
            responseCode = "201",
            description = "The seat is open",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DecisionView.class)))
    @APIResponse(
            responseCode = "403",
            description = "You hold no key, or not of this seat",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(responseCode = "409", description = "No lock stands, or the same key is being worked on")
    @APIResponse(
            responseCode = "422",
            description = "Fields that cannot be accepted, each named; or the key was used for another body")
    public Uni<Response> breakGlass(@NotNull @Valid BreakGlassRequest request) {
        Caller caller = CallerAugmentor.callerOf(identity);
        rules.decide(caller, BREAK_GLASS, request.seatCode(), clock.instant()).orRefuse();
        if (caller.localParty().filter(request.localParty()::equals).isEmpty()) {
            throw ProblemType.SEAT_OUT_OF_REACH.because("You hold the key of your own local party's seats only.");
        }
        return desk.breakGlass(caller, request).map(Reply::toResponse);
    }
}
