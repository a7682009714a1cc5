package uk.hustings.campaign.member;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.problem.ProblemDocument;

/** Giving up one's own rights needs nobody else. */
@Path("/v1/campaign/access/me")
@Tag(name = "Access")
@APIResponse(responseCode = "400", description = "The reason is blank or too long")
@APIResponse(
        responseCode = "404",
        description = "You belong to no local party",
        content =
                @Content(
                        mediaType = "application/problem+json",
                        schema = @Schema(implementation = ProblemDocument.class)))
@APIResponse(
        responseCode = "503",
        description = "Keycloak cannot be asked at the moment; the detail says what has been done so far",
        content =
                @Content(
                        mediaType = "application/problem+json",
                        schema = @Schema(implementation = ProblemDocument.class)))
public class OwnMembershipResource {

    private static final String PERMISSION = "member:leave";
    private static final String UNSAID = "Of one's own accord";

    private final MemberDesk desk;
    private final LocalPartyReach reach;

    OwnMembershipResource(MemberDesk desk, LocalPartyReach reach) {
        this.desk = desk;
        this.reach = reach;
    }

    @DELETE
    @Path("/local-party")
    @ResponseStatus(204)
    @PermissionsAllowed(PERMISSION)
    @Operation(
            operationId = "leaveLocalParty",
            summary = "Leave your local party",
            description = "Your tokens open nothing of it from then on.")
    @APIResponse(responseCode = "204", description = "You are no longer a member")
    public Uni<Void> leave(
            @Parameter(description = ChangeReason.PARAMETER, example = "Has moved away") @RestQuery String reason) {
        return desk.leaveOwn(reach.caller(), ChangeReason.orElse(reason, UNSAID));
    }

    @DELETE
    @Path("/key")
    @ResponseStatus(204)
    @PermissionsAllowed(PERMISSION)
    @Operation(
            operationId = "giveUpKey",
            summary = "Give up the key of your local party",
            description = "Your next token will not carry it. Done again, it changes nothing.")
    @APIResponse(responseCode = "204", description = "You hold no key")
    public Uni<Void> giveUpKey(
            @Parameter(description = ChangeReason.PARAMETER, example = "Away on polling day") @RestQuery
                    String reason) {
        return desk.giveUpOwnKey(reach.caller(), ChangeReason.orElse(reason, UNSAID));
    }
}
