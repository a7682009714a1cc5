package uk.hustings.polls.poll;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.polls.stated.StatedPoll;

/** What a poll shall say from now on, and why. */
@Schema(name = "PollCorrection", description = "What a poll shall say from now on, whole, and why")
public record CorrectionOrder(
        @NotBlank
        @Size(max = 1000)
        @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*", message = "must be text without control characters")
        @Schema(examples = "The tables of 10 April replace those of 9 April")
        String reason,

        @NotNull StatedPoll poll) {}
