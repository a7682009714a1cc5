package uk.hustings.polls.poll;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Lead;
import uk.hustings.polls.poll.domain.ReportedPoll;
import uk.hustings.polls.poll.domain.SeatPollKey;
import uk.hustings.polls.poll.domain.Share;
import uk.hustings.polls.poll.domain.Swing;
import uk.hustings.polls.seatref.domain.Seat;
import uk.hustings.polls.seatref.domain.SeatBook;

/** A poll as it is shown. Shares, leads and swings are percentage points; what is not known is null. */
@Schema(name = "Poll", description = "A poll of one seat. What is not known is null; what was not reported is absent.")
public record PollView(
        @Schema(examples = "0198b7a4-6c1e-7d52-9a38-5f0c2b7e4d11")
        UUID pollId,

        @Schema(nullable = true, examples = "Lord Ashcroft") String pollster,

        @Schema(nullable = true, description = "Who paid") String client,

        @Schema(examples = "adults", description = "adults, registered-voters or party-members")
        String population,

        @Schema(
                examples = "constituency",
                description = "standard, constituency, named-candidate, members-ballot or contact-recall")
        String question,

        SeatCode seatCode,

        @Schema(nullable = true, examples = "Crewe and Nantwich")
        String seatName,

        @Schema(nullable = true, examples = "2015-04-02") LocalDate fieldworkStart,

        @Schema(nullable = true, examples = "2015-04-09") LocalDate fieldworkEnd,

        @Schema(nullable = true, examples = "586") Integer sampleSize,

        @Schema(examples = "public", description = "private or public")
        String visibility,

        @Schema(description = "In the order in which they were reported")
        List<ShareView> sharesPct,

        @Schema(nullable = true, description = "Percentage points, where it is part of the headline figures")
        BigDecimal dontKnowPct,

        @Schema(nullable = true, description = "Null with fewer than two figures")
        LeadView lead,

        @Schema(
                nullable = true,
                description = "Butler swing since the seat's latest contest before the fieldwork ended, between its"
                        + " winner and the strongest other party that stood in it; null where that cannot be told")
        SwingView swing) {

    /** What one answer got. */
    @Schema(name = "PollShare")
    public record ShareView(
            @Schema(examples = "lab", description = "Party code, or whatever else could be answered")
            String option,

            @Schema(examples = "41.6") BigDecimal pct) {}

    /** Who is ahead. */
    @Schema(name = "PollLead")
    public record LeadView(
            @Schema(nullable = true, examples = "lab", description = "Null on a tie")
            String option,

            @Schema(examples = "3.7") BigDecimal pts) {}

    /** From whom to whom. */
    @Schema(name = "PollSwing")
    public record SwingView(
            @Schema(examples = "con") String from,
            @Schema(examples = "lab") String to,
            @Schema(examples = "7.77") BigDecimal pts,
            @Schema(examples = "ge2010") String baselineElectionId) {}

    static PollView of(RecordedPoll recorded, SeatBook seats, LocalDate today) {
        ReportedPoll poll = recorded.poll();
        SeatPollKey key = poll.key();
        Optional<Seat> seat = seats.find(key.seatCode(), today);
        return new PollView(
                recorded.pollId(),
                key.pollster(),
                key.client(),
                Codes.codeOf(key.population()),
                Codes.codeOf(key.question()),
                key.seatCode(),
                seat.map(Seat::name).orElse(null),
                key.fieldworkStart(),
                key.fieldworkEnd(),
                poll.sampleSize(),
                Codes.codeOf(poll.visibility()),
                poll.figures().shares().stream().map(PollView::of).toList(),
                poll.figures().dontKnowPct(),
                poll.lead().map(PollView::of).orElse(null),
                seat.flatMap(poll::swing).map(PollView::of).orElse(null));
    }

    private static ShareView of(Share share) {
        return new ShareView(share.option(), share.pct());
    }

    private static LeadView of(Lead lead) {
        return new LeadView(lead.option(), lead.pts());
    }

    private static SwingView of(Swing swing) {
        return new SwingView(swing.from(), swing.to(), swing.pts(), swing.baselineElectionId());
    }
}
