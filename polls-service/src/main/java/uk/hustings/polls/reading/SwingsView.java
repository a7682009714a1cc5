package uk.hustings.polls.reading;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.Paged;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.reading.domain.Baseline;
import uk.hustings.polls.reading.domain.BaselineSwing;
import uk.hustings.polls.reading.domain.BaselineSwing.Told;
import uk.hustings.polls.reading.domain.Polled;
import uk.hustings.polls.seatref.domain.SeatBook;

/** Swings of polls since an election, as they are shown. */
@Schema(name = "PollSwings")
record SwingsView(
        @Schema(examples = "ge2010") String baselineElectionId,

        @Schema(description = "actual or notional", examples = "actual")
        String baselineBasis,

        @Schema(description = "Newest fieldwork first") List<SwingOfPollView> items,

        @Schema(nullable = true, description = "Cursor of the following page; null on the last")
        String next)
        implements Paged {

    /** The swing of one poll. */
    @Schema(name = "SwingOfPoll")
    record SwingOfPollView(
            PollBrief poll,
            @Schema(examples = "constituency") String question,

            @Schema(nullable = true, description = "Of whoever is ahead in the headline shares")
            LeadView lead,

            @Schema(nullable = true, description = "Null where it cannot be told; swingMissing says why")
            SwingView swing,

            @Schema(
                    nullable = true,
                    description =
                            "question: a result does not answer it; result: the area did not vote in that election,"
                                    + " or not on these boundaries; parties: poll or result does not give both. Null with a"
                                    + " swing",
                    examples = "result")
            String swingMissing) {}

    /** From whom to whom. */
    @Schema(name = "BaselineSwing")
    record SwingView(
            @Schema(examples = "con") String from,
            @Schema(examples = "lab") String to,
            @Schema(examples = "7.77") BigDecimal pts,

            @Schema(
                    nullable = true,
                    description = "Standard deviation by the poll's sampling alone; null if the base is not known",
                    examples = "1.84")
            BigDecimal samplingSdPts) {

        private static SwingView of(BaselineSwing swing) {
            return new SwingView(swing.from(), swing.to(), Points.of(swing.pts()), Points.of(swing.samplingSdPts()));
        }
    }

    static SwingsView of(Baseline baseline, BaselineSwing.Pair pair, Page<Polled> page, SeatBook seats) {
        return new SwingsView(
                baseline.election().id(),
                baseline.election().basis(),
                page.map(polled -> item(polled, BaselineSwing.since(baseline, polled, pair), seats))
                        .items(),
                page.next());
    }

    private static SwingOfPollView item(Polled polled, Told told, SeatBook seats) {
        return new SwingOfPollView(
                PollBrief.of(polled.recorded(), seats),
                Codes.codeOf(polled.asked().question()),
                LeadView.of(polled.lead().orElse(null)),
                told.swing() == null ? null : SwingView.of(told.swing()),
                told.missing() == null ? null : Codes.codeOf(told.missing()));
    }
}
