package uk.hustings.campaign.contact;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.text.PlainText;
import uk.hustings.campaign.contact.ContactBatch.Count;

/** The counts of a batch as they should have been, whole, and why. */
@Schema(description = "The counts of a batch as they should have been, whole, and why")
public record ContactCorrection(
        @PlainText @Schema(examples = "Two sheets of Tuesday had been left out")
        String reason,

        @NotEmpty @Size(max = 1000) List<@NotNull @Valid Count> counts) {}
