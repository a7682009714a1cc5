package uk.hustings.seats.change;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.seats.change.domain.PartyPair;
import uk.hustings.seats.change.domain.Step;
import uk.hustings.seats.facts.domain.Facts;

/** What changed since an earlier result, as the API shows it. */
@Schema(name = "Change")
record ChangeView(
        @Schema(description = "The result before it on the same boundaries", examples = "ge2010")
        String sinceElectionId,

        @Schema(description = "Whether that was counted (actual) or is reckoned (notional)", examples = "actual")
        String sinceBasis,

        @Schema(
                description = "What each share gained, in points; without the parties that stood only once",
                examples = "{\"con\": -0.8625, \"lab\": 3.7178}")
        Map<String, Double> sharesPts,

        @Schema(nullable = true, description = "Null if fewer than two parties stood")
        SwingView swing) {

    /** A swing between two parties as the API shows it. */
    @Schema(name = "Swing")
    record SwingView(
            @Schema(examples = "con") String party,
            @Schema(examples = "lab") String against,

            @Schema(
                    nullable = true,
                    description = "Butler swing in points: half of what the party's lead gained; below 0 it swung "
                            + "away. Null if either did not stand both times",
                    examples = "-2.2902")
            Double butlerPts) {

        static SwingView of(PartyPair pair, Double swing) {
            return pair == null ? null : new SwingView(pair.first(), pair.second(), swing);
        }
    }

    /** @return null for the first result on its boundaries */
    static ChangeView of(Step step, Facts facts) {
        if (step.since() == null) {
            return null;
        }
        String since = step.since().electionId();
        return new ChangeView(
                since,
                facts.election(since).orElseThrow().basis().code(),
                step.changesPts(),
                SwingView.of(step.pair(), step.swingPts()));
    }
}
