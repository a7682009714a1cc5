package uk.hustings.polls.reading;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.polls.reading.domain.NamedLead;

/** How far one named answer is ahead of the strongest other, in percentage points. */
@Schema(name = "NamedLead")
record LeadView(
        @Schema(description = "Whose lead it is", examples = "ld")
        String option,

        @Schema(description = "The strongest other answer; the bucket other is none", examples = "con")
        String rival,

        @Schema(description = "Below 0 if the rival is ahead", examples = "2.3")
        BigDecimal pts,

        @Schema(
                nullable = true,
                description =
                        "Standard deviation by sampling alone, √((p₁+p₂−(p₁−p₂)²)/n); null if the base is not known",
                examples = "3.55")
        BigDecimal samplingSdPts) {

    /** @param lead null if there is none */
    static LeadView of(NamedLead lead) {
        return lead == null
                ? null
                : new LeadView(lead.option(), lead.rival(), Points.of(lead.pts()), Points.of(lead.samplingSdPts()));
    }
}
