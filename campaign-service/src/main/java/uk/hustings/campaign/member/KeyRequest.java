package uk.hustings.campaign.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request that a member be given the key, as it is shown. */
@Schema(description = "A request that a member of a local party be given its key, and what became of it")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeyRequest(
        UUID keyRequestId,
        @Schema(examples = "exeter") String localParty,

        @Schema(examples = "exeter-canvasser", description = "The member who would hold the key")
        String account,

        @Schema(examples = "Polling day at the Exeter centre")
        String reason,

        @Schema(examples = "exeter-canvasser", description = "Who asked; somebody else has to grant it")
        String requestedBy,

        Instant requestedAt,

        @Schema(description = "From then on it cannot be granted any more: 14 days after it was made")
        Instant expiresAt,

        @Schema(examples = "open", description = "open, granted, refused, withdrawn (the member has left) or expired")
        String status,

        @Schema(nullable = true, examples = "exeter-organiser", description = "Who granted or refused it")
        String answeredBy,

        @Schema(nullable = true) Instant answeredAt,

        @Schema(nullable = true, examples = "Agreed by the committee", description = "Why it was granted or refused")
        String answerReason) {}
