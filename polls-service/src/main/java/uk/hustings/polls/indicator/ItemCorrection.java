package uk.hustings.polls.indicator;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.polls.stated.StatedItem;

/** What an item shall say from now on, and why. */
@Schema(name = "EvidenceCorrection", description = "What an item shall say from now on, whole, and why")
public record ItemCorrection(
        @NotBlank
        @Size(max = 1000)
        @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*", message = "must be text without control characters")
        @Schema(examples = "The report gave the count of the day before")
        String reason,

        @NotNull StatedItem item) {}
