package uk.hustings.polls.indicator;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.text.PlainText;
import uk.hustings.polls.stated.StatedItem;

/** What an item shall say from now on, and why. */
@Schema(name = "EvidenceCorrection", description = "What an item shall say from now on, whole, and why")
public record ItemCorrection(
        @PlainText @Schema(examples = "The report gave the count of the day before")
        String reason,

        @NotNull StatedItem item) {}
