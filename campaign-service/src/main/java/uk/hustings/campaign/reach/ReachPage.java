package uk.hustings.campaign.reach;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.Paged;

/** A page of journeys with what the times rest on. */
@Schema(description = "A page of journeys with what the times rest on")
public record ReachPage(
        ReachBasis basis,
        List<ReachView> items,

        @Schema(nullable = true, description = "Cursor of the following page; null on the last")
        String next)
        implements Paged {

    static ReachPage of(ReachBasis basis, Page<ReachView> page) {
        return new ReachPage(basis, page.items(), page.next());
    }
}
