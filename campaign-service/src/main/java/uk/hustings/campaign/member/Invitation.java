package uk.hustings.campaign.member;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An invitation as the inviter sees it: nothing in it depends on whether there is such an account. */
@Schema(
        name = "MemberInvitation",
        description = "An invitation to a local party. It reads the same whether or not an account has this name.")
public record Invitation(
        UUID invitationId,
        @Schema(examples = "exeter") String localParty,

        @Schema(examples = "exeter-organiser", description = "The name as it was sent, in lower case")
        String account,

        @Schema(examples = "Elected organiser at the annual meeting")
        String reason,

        Instant invitedAt,

        @Schema(description = "From then on it cannot be accepted any more: 14 days after it was made")
        Instant expiresAt) {}
