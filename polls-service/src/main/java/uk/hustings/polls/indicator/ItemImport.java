package uk.hustings.polls.indicator;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.polls.stated.StatedItem;

/** Items to be recorded. */
@Schema(name = "EvidenceImport", description = "Evidence to be recorded")
public record ItemImport(
        @NotEmpty @Size(max = MOST_ITEMS) List<StatedItem> items) {

    static final int MOST_ITEMS = 2000;
}
