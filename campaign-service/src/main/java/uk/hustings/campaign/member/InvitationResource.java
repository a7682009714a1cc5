package uk.hustings.campaign.member;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
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
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.problem.ProblemDocument;

/** The invited account answers. */
@Path("/v1/campaign/invitations")
@Tag(name = "Local parties")
@APIResponse(
        responseCode = "404",
        description = "No invitation of yours has this id",
        content =
                @Content(
                        mediaType = "application/problem+json",
                        schema = @Schema(implementation = ProblemDocument.class)))
public class InvitationResource {

    private static final String ANSWER = "member:accept";

    private final InvitationService invitations;
    private final LocalPartyReach reach;

    InvitationResource(InvitationService invitations, LocalPartyReach reach) {
        this.invitations = invitations;
        this.reach = reach;
    }

    @POST
    @Path("/{invitationId}/acceptance")
    @Idempotent
    @PermissionsAllowed(ANSWER)
    @Operation(
            operationId = "acceptInvitation",
            summary = "Accept an invitation to a local party",
            description = "GET /v1/campaign/access/me lists your invitations. A new token will carry the membership.")
    @APIResponse(
            responseCode = "200",
            description = "You are a member of the local party",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InvitationAnswer.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "It has expired or was answered or withdrawn, you belong to another local party, or your account"
                            + " has wider roles")
    @APIResponse(
            responseCode = "503",
            description = "Keycloak cannot be asked at the moment; the detail says what has been done so far",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDocument.class)))
    public Uni<Response> accept(@RestPath UUID invitationId) {
        return invitations.accept(reach.caller(), invitationId).map(Reply::toResponse);
    }

    @POST
    @Path("/{invitationId}/refusal")
    @Idempotent
    @PermissionsAllowed(ANSWER)
    @Operation(
            operationId = "refuseInvitation",
            summary = "Decline an invitation to a local party",
            description = "The inviter does not see it: the name is listed as invited until the invitation expires.")
    @APIResponse(
            responseCode = "200",
            description = "Declined",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InvitationAnswer.class)))
    @APIResponse(responseCode = "409", description = "It has expired or was answered or withdrawn")
    public Uni<Response> refuse(@RestPath UUID invitationId) {
        return invitations.refuse(reach.caller(), invitationId).map(Reply::toResponse);
    }
}
