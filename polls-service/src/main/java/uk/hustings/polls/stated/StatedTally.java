package uk.hustings.polls.stated;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.polls.indicator.domain.Tally;

/** What one party or candidate got in a vote. */
@Schema(
        name = "StatedTally",
        requiredProperties = {"option"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatedTally(
        @Schema(description = "Code of the party or candidate", examples = "corbyn")
        String option,

        @Schema(nullable = true, description = "0 or more; needed unless there is a share", examples = "168216")
        Long votes,

        @Schema(nullable = true, description = "0 to 100 with at most 4 decimals", examples = "59")
        BigDecimal pct) {

    static StatedTally of(Tally tally) {
        return new StatedTally(tally.option(), tally.votes(), tally.pct());
    }

    Tally tally() {
        return new Tally(option, votes, pct);
    }
}
