package uk.hustings.polls.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.polls.reading.domain.Means;
import uk.hustings.polls.reading.domain.Spread;

/** Plain means over a set of polls, as they are shown. */
@Schema(name = "PollMeans")
record MeansView(
        @Schema(examples = "constituency") String question,

        @Schema(description = "headline, raw or reported", examples = "headline")
        String figures,

        @Schema(description = "That give figures; each counts once", examples = "137")
        int polls,

        @Schema(description = "Of those, how many were reported as shares of everybody asked", examples = "0")
        int reportedRaw,

        @Schema(
                description = "Of those, how many were reported as shares of those who named an answer",
                examples = "137")
        int reportedHeadline,

        List<MeanView> meansPct) {

    /** The mean share of one answer. */
    @Schema(name = "PollMean")
    record MeanView(
            @Schema(examples = "lab") String option,

            @Schema(description = "Polls that give it", examples = "137")
            int n,

            @Schema(examples = "35.21") BigDecimal meanPct,

            @Schema(
                    nullable = true,
                    description = "Standard deviation between the polls; null with one",
                    examples = "10.94")
            BigDecimal sdPts) {}

    static MeansView of(Means means, String question, String figures) {
        return new MeansView(
                question,
                figures,
                means.polls(),
                means.reportedRaw(),
                means.polls() - means.reportedRaw(),
                means.shares().entrySet().stream().map(MeansView::mean).toList());
    }

    private static MeanView mean(Map.Entry<String, Spread> share) {
        Spread spread = share.getValue();
        return new MeanView(share.getKey(), spread.n(), Points.of(spread.mean()), Points.of(spread.sd()));
    }
}
