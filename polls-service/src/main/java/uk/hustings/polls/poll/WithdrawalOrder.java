package uk.hustings.polls.poll;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a poll is taken back. */
@Schema(name = "PollWithdrawal", description = "Why a poll is taken back")
public record WithdrawalOrder(
        @NotBlank
        @Size(max = 1000)
        @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*", message = "must be text without control characters")
        @Schema(examples = "The pollster found an error in the weighting")
        String reason) {}
