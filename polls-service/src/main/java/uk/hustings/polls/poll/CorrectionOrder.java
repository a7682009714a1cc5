package uk.hustings.polls.poll;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.text.PlainText;
import uk.hustings.polls.stated.StatedPoll;

/** What a poll shall say from now on, and why. */
@Schema(name = "PollCorrection", description = "What a poll shall say from now on, whole, and why")
public record CorrectionOrder(
        @PlainText @Schema(examples = "The tables of 10 April replace those of 9 April")
        String reason,

        @NotNull StatedPoll poll) {}
