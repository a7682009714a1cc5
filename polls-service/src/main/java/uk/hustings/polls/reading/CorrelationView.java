package uk.hustings.polls.reading;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.reading.domain.Correlation;
import uk.hustings.polls.reading.domain.Correlation.Pair;
import uk.hustings.polls.reading.domain.PairedFigures;

/** How far two parties' figures go together, as it is shown: never r alone. */
@Schema(name = "PollCorrelation")
record CorrelationView(
        @Schema(examples = "standard") String question,
        @Schema(examples = "con") String x,
        @Schema(examples = "ukip") String y,

        @Schema(description = "shares, wave-changes or baseline-changes", examples = "shares")
        String of,

        @Schema(nullable = true, description = "Election since which changes are counted", examples = "ge2010")
        String baselineElectionId,

        @Schema(description = "headline, raw or reported", examples = "headline")
        String figures,

        @Schema(description = "Polls that give both figures", examples = "27")
        int n,

        @Schema(
                description =
                        "Different areas among them. The interval takes the polls for independent: where there are"
                                + " fewer areas than polls, it is too narrow",
                examples = "11")
        int areas,

        @Schema(description = "Pearson's r, −1 to 1", examples = "-0.3412")
        BigDecimal r,

        @Schema(description = "Lower end of the interval, by Fisher's transformation", examples = "-0.6402")
        BigDecimal rLow,

        @Schema(description = "Upper end of the interval", examples = "0.0449")
        BigDecimal rHigh,

        @Schema(description = "Of the interval", examples = "95")
        int levelPct) {

    private static final int LEVEL_PCT = 95;

    static CorrelationView of(
            Correlation correlation, List<Pair> pairs, PairedFigures paired, String question, String of, String since) {
        return new CorrelationView(
                question,
                paired.x(),
                paired.y(),
                of,
                since,
                Codes.codeOf(paired.figures()),
                correlation.n(),
                (int) pairs.stream()
                        .map(pair -> pair.polled().key().area())
                        .distinct()
                        .count(),
                Points.ofCorrelation(correlation.r()),
                Points.ofCorrelation(correlation.low()),
                Points.ofCorrelation(correlation.high()),
                LEVEL_PCT);
    }
}
