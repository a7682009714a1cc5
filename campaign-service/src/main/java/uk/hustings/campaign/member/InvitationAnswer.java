package uk.hustings.campaign.member;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the invited account answered. */
@Schema(name = "InvitationAnswer", description = "What you answered to an invitation")
public record InvitationAnswer(
        UUID invitationId,
        @Schema(examples = "exeter") String localParty,

        @Schema(examples = "accepted", description = "accepted or refused")
        String outcome) {}
