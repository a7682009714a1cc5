package uk.hustings.polls.indicator;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.polls.stated.StatedItem;

/** Items to be recorded, in the form in which they are sent; they are read one by one. */
@Schema(name = "EvidenceImport", description = "Evidence to be recorded", requiredProperties = "items")
public record ItemImport(List<StatedItem> items) {

    /** Items that one import may bring. */
    static final int MOST_ITEMS = 5_000;
}
