package uk.hustings.polls.indicator;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.polls.indicator.domain.RecordedItem;
import uk.hustings.polls.poll.domain.Codes;

/** That an item was taken back; the item itself is read as before. */
@Schema(name = "WithdrawnItem", description = "That an item was taken back; the item itself is read as before")
record WithdrawnItem(
        UUID itemId,

        @Schema(examples = "withdrawn") String status,

        @Schema(description = "The revision that this made", examples = "2")
        int revision) {

    static WithdrawnItem of(RecordedItem item) {
        return new WithdrawnItem(item.itemId(), Codes.codeOf(item.status()), item.revision());
    }
}
