package uk.hustings.polls.stated;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.polls.poll.domain.Share;

/** What one answer got. */
@Schema(
        name = "StatedShare",
        requiredProperties = {"option", "pct"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatedShare(
        @Schema(description = "Party code, or whatever else could be answered", examples = "lab")
        String option,

        @Schema(description = "0 to 100 with at most 4 decimals", examples = "41.6")
        BigDecimal pct) {

    static StatedShare of(Share share) {
        return new StatedShare(share.option(), share.pct());
    }
}
