package uk.hustings.polls.stated;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.polls.indicator.domain.Reason;

/** One reason of several. */
@Schema(
        name = "StatedReason",
        requiredProperties = {"reason"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatedReason(
        @Schema(examples = "electability") String reason,

        @Schema(nullable = true, description = "Share of those who gave it, 0 to 100 with at most 4 decimals")
        BigDecimal pct) {

    static StatedReason of(Reason reason) {
        return new StatedReason(reason.text(), reason.pct());
    }

    Reason reasonGiven() {
        return new Reason(reason, pct);
    }
}
