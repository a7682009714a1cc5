package uk.hustings.polls.poll;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.text.PlainText;

/** Why a poll is taken back. */
@Schema(name = "PollWithdrawal", description = "Why a poll is taken back")
public record WithdrawalOrder(
        @PlainText @Schema(examples = "The pollster found an error in the weighting")
        String reason) {}
