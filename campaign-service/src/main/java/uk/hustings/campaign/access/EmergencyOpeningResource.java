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

/** Emergency openings of locked seats, and their confirmation by a second person. */
@Path("/v1/campaign/access")
@Tag(name = "Access")
public class EmergencyOpeningResource {

    private static final String BREAK_GLASS = "access:break-glass";

    private final EmergencyOpenings openings;
    private final AccessRules rules;
    private final SecurityIdentity identity;
    private final DomainClock clock;

    EmergencyOpeningResource(
            EmergencyOpenings openings, AccessRules rules, SecurityIdentity identity, DomainClock clock) {
        this.openings = openings;
        this.rules = rules;
        this.identity = identity;
        this.clock = clock;
    }

    @POST
    @Path("/break-glass")
    @Idempotent
    @PermissionsAllowed(BREAK_GLASS)
    @Operation(
            operationId = "breakGlass",
            summary =
                    "Open a seat of your own local party that the policy has locked, in an emergency and for some hours",
            description =
                    "For holders of the role key-holder, and for locks that the access policy made. A regional or national organiser"
                            + " confirms it within 24 hours; otherwise it ends then. When it ends, the week's count is judged"
                            + " again.")
    @APIResponse(
            responseCode = "201",
            description = "The seat is open",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DecisionView.class)))
    @APIResponse(
            responseCode = "403",
            description = "You hold no key of this seat, or a person decided the lock",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(responseCode = "409", description = "The seat is not locked, or the same key is being worked on")
    @APIResponse(
            responseCode = "422",
            description = "Fields that cannot be accepted, each named; or the key was used for another body")
    public Uni<Response> breakGlass(@NotNull @Valid BreakGlassRequest request) {
        Caller caller = CallerAugmentor.callerOf(identity);
        rules.decide(caller, BREAK_GLASS, request.seatCode(), clock.instant()).orRefuse();
        if (caller.localParty().filter(request.localParty()::equals).isEmpty()) {
            throw ProblemType.SEAT_OUT_OF_REACH.because("You hold the key of your own local party's seats only.");
        }
        return openings.open(caller, request).map(Reply::toResponse);
    }

    @POST
    @Path("/decisions/{decisionId}/confirmation")
    @Idempotent
    @PermissionsAllowed("access:confirm")
    @Operation(
            operationId = "confirmEmergencyOpening",
            summary = "Confirm an emergency opening that somebody else made, within 24 hours",
            description = "Without confirmation the opening ends after 24 hours, and the week's count is judged again.")
    @APIResponse(
            responseCode = "201",
            description = "Confirmed",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EmergencyConfirmation.class)))
    @APIResponse(
            responseCode = "403",
            description = "You opened the seat yourself",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(responseCode = "404", description = "No decision that concerns you has this id")
    @APIResponse(
            responseCode = "409",
            description =
                    "It is no emergency opening, is confirmed already, or its 24 hours are over; or the same key is"
                            + " being worked on")
    @APIResponse(
            responseCode = "422",
            description = "The reason cannot be accepted, or the key was used for another body")
    public Uni<Response> confirm(@RestPath UUID decisionId, @NotNull @Valid Grounds grounds) {
        return openings.confirm(CallerAugmentor.callerOf(identity), decisionId, grounds.reason())
                .map(Reply::toResponse);
    }
}
