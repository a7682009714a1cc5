package uk.hustings.campaign.resource;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of stating resources. */
@Schema(description = "What came of stating resources")
public record ResourceReceipt(
        @Schema(examples = "1", description = "Amounts that were recorded, corrections among them")
        int created,

        @Schema(examples = "0", description = "Amounts that were recorded before with the same source")
        int unchanged,

        @Schema(description = "What was recorded, in the order in which it was sent")
        List<StatementView> statements) {}
