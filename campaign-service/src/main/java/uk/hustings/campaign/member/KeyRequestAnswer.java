package uk.hustings.campaign.member;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.text.PlainText;

/** Why a request for a key is granted or refused. */
@Schema(description = "Why a request for a key is granted or refused; kept for good")
public record KeyRequestAnswer(
        @PlainText @Schema(examples = "Agreed by the committee")
        String reason) {}
