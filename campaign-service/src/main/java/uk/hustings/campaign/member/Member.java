package uk.hustings.campaign.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An account that belongs to a local party, or a name that is invited to it. */
@Schema(
        description =
                "An account that belongs to a local party, as Keycloak has it; or a name that is invited, whether or"
                        + " not there is such an account")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Member(
        @Schema(examples = "exeter-organiser", description = "The name under which it logs in")
        String account,

        @Schema(examples = "member", description = "member or invited")
        String status,

        @Schema(examples = "Exeter Organiser", nullable = true, description = "Given and family name of a member")
        String name,

        @Schema(nullable = true, description = "Whether the member's account can log in")
        Boolean enabled,

        @Schema(
                nullable = true,
                description = "Whether the member may open, in an emergency and on the record, what a lock has shut")
        Boolean keyHolder,

        @Schema(nullable = true, description = "The invitation of an invited name")
        UUID invitationId,

        @Schema(nullable = true, description = "When the invitation expires")
        Instant expiresAt) {

    static Member of(Accounts.Account account, boolean keyHolder) {
        return new Member(account.username(), "member", account.name(), account.enabled(), keyHolder, null, null);
    }

    static Member invited(Invitation invitation) {
        return new Member(
                invitation.account(), "invited", null, null, null, invitation.invitationId(), invitation.expiresAt());
    }
}
