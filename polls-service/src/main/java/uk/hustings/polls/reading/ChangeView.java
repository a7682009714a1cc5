package uk.hustings.polls.reading;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.polls.reading.domain.Change;

/** A difference between two figures of one answer, in percentage points. */
@Schema(name = "PollChange")
record ChangeView(
        @Schema(description = "Party code, or whatever else could be answered", examples = "ld")
        String option,

        @Schema(description = "Below 0 if it got less", examples = "-1.5")
        BigDecimal pts,

        @Schema(
                nullable = true,
                description = "Standard deviation by sampling alone, of two samples; null if a base is not known",
                examples = "2.87")
        BigDecimal samplingSdPts) {

    static ChangeView of(Change change) {
        return new ChangeView(change.option(), Points.of(change.pts()), Points.of(change.samplingSdPts()));
    }
}
