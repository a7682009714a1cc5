package uk.hustings.campaign.member;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import uk.hustings.api.problem.ProblemDocument;

/** People who may invite to a local party may withdraw its invitations. */
@Path("/v1/campaign/local-parties/{localParty}/invitations/{invitationId}")
@Tag(name = "Local parties")
public class InvitationWithdrawalResource {

    private static final String PERMISSION = "member:write";

    private final InvitationService invitations;
    private final LocalPartyReach reach;

    InvitationWithdrawalResource(InvitationService invitations, LocalPartyReach reach) {
        this.invitations = invitations;
        this.reach = reach;
    }

    @DELETE
    @ResponseStatus(204)
    @PermissionsAllowed(PERMISSION)
    @Operation(
            operationId = "withdrawInvitation",
            summary = "Withdraw an invitation to a local party",
            description = "The answer is the same whether or not the invitation was declined.")
    @APIResponse(responseCode = "204", description = "The invitation cannot be accepted any more")
    @APIResponse(
            responseCode = "403",
            description = "Your roles do not cover this local party",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(
            responseCode = "404",
            description = "No open invitation of this local party has this id",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDocument.class)))
    public Uni<Void> withdraw(@Parameter(example = "exeter") @RestPath String localParty, @RestPath UUID invitationId) {
        return invitations.withdraw(reach.require(PERMISSION, localParty), localParty, invitationId);
    }
}
