package uk.hustings.polls.indicator;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.polls.indicator.domain.RecordedItem;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Visibility;
import uk.hustings.polls.stated.StatedItem;

/** Evidence that is no poll, as it is shown. */
@Schema(name = "EvidenceItem", description = "Evidence that is no poll and how it stands")
public record ItemView(
        @Schema(examples = "0198b7a4-6c1e-7d52-9a38-5f0c2b7e4d11")
        UUID itemId,

        @Schema(
                examples = "public",
                description =
                        "private, embargoed, leaked (everybody sees it, though it was not meant to be known) or public")
        String visibility,

        @Schema(
                nullable = true,
                description = "When an embargoed item is public by itself; null otherwise",
                examples = "2015-04-20T21:00:00Z")
        Instant embargoedUntil,

        @Schema(description = "recorded, or withdrawn: taken back, in no timeline", examples = "recorded")
        String status,

        @Schema(description = "1 for the first; grows with every correction", examples = "1")
        int revision,

        @Schema(description = "When it was first recorded", examples = "2015-04-14T11:00:00Z")
        Instant recordedAt,

        StatedItem item) {

    /** @param now domain time, for embargoes end by themselves */
    static ItemView of(RecordedItem recorded, Instant now) {
        Visibility visibility = recorded.visibilityAt(now);
        return new ItemView(
                recorded.itemId(),
                Codes.codeOf(visibility),
                visibility == Visibility.EMBARGOED ? recorded.embargoedUntil() : null,
                Codes.codeOf(recorded.status()),
                recorded.revision(),
                recorded.recordedAt(),
                StatedItem.of(recorded.item()));
    }
}
