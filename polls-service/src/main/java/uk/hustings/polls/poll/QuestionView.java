package uk.hustings.polls.poll;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.polls.poll.domain.Asked;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Lead;
import uk.hustings.polls.poll.domain.Poll;
import uk.hustings.polls.poll.domain.SamplingError;
import uk.hustings.polls.poll.domain.Share;
import uk.hustings.polls.poll.domain.Swing;
import uk.hustings.polls.seatref.domain.Seat;

/** One question of a poll as it is shown. Shares, leads and swings are percentage points. */
@Schema(name = "PollQuestion")
public record QuestionView(
        @Schema(
                examples = "constituency",
                description = "standard, constituency, named-candidate, members-ballot or contact-recall")
        String question,

        @Schema(
                description = "raw: sharesPct are of everybody asked; headline: of those who named an answer",
                examples = "headline")
        String basis,

        @Schema(description = "As they were reported, in that order")
        List<ShareView> sharesPct,

        @Schema(
                description =
                        "Shares of those who named an answer: raw ones divided by what don't knows, those who would"
                                + " not vote and those who refused leave of 100; to 2 decimals")
        List<HeadlineView> headlinePct,

        @Schema(nullable = true, examples = "18") BigDecimal dontKnowPct,
        @Schema(nullable = true, examples = "6") BigDecimal wouldNotVotePct,
        @Schema(nullable = true, examples = "2") BigDecimal refusedPct,

        @Schema(
                nullable = true,
                description = "People whom the shares are shares of, before weighting",
                examples = "602")
        Integer unweightedBase,

        @Schema(nullable = true, description = "The same after weighting", examples = "586")
        Integer weightedBase,

        @Schema(
                nullable = true,
                description = "Null with fewer than two figures, or where one answer does not exclude another")
        LeadView lead,

        @Schema(
                nullable = true,
                description = "Butler swing of the headline shares since the seat's latest contest before the fieldwork"
                        + " ended, between its winner and the strongest other party that stood in it; null where that"
                        + " cannot be told")
        SwingView swing) {

    /** What one answer got. */
    @Schema(name = "PollShare")
    public record ShareView(
            @Schema(examples = "lab", description = "Party code, or whatever else could be answered")
            String option,

            @Schema(examples = "41.6") BigDecimal pct,

            @Schema(
                    nullable = true,
                    description =
                            "95% sampling margin, 1.96·√(p(1−p)/n) of the question's base or else the poll's sample:"
                                    + " what chance alone does; real polls err more. Null if neither is known",
                    examples = "3.99")
            BigDecimal marginPts) {}

    /** The headline share of one answer. */
    @Schema(name = "PollHeadlineShare")
    public record HeadlineView(
            @Schema(examples = "lab") String option,
            @Schema(examples = "41.6") BigDecimal pct) {}

    /** Who is ahead. */
    @Schema(name = "PollLead")
    public record LeadView(
            @Schema(nullable = true, examples = "lab", description = "Null on a tie")
            String option,

            @Schema(description = "In the shares as reported", examples = "3.7")
            BigDecimal pts,

            @Schema(description = "In the headline shares, which can be compared between polls", examples = "3.7")
            BigDecimal headlinePts,

            @Schema(
                    nullable = true,
                    description =
                            "Standard deviation of pts by sampling alone, √((p₁+p₂−(p₁−p₂)²)/n); null if the base is"
                                    + " not known",
                    examples = "3.68")
            BigDecimal samplingSdPts) {}

    /** From whom to whom. */
    @Schema(name = "PollSwing")
    public record SwingView(
            @Schema(examples = "con") String from,
            @Schema(examples = "lab") String to,
            @Schema(examples = "7.77") BigDecimal pts,
            @Schema(examples = "ge2010") String baselineElectionId) {

        private static SwingView of(Swing swing) {
            return new SwingView(swing.from(), swing.to(), swing.pts(), swing.baselineElectionId());
        }
    }

    private static final int DECIMALS = 2;

    /** @param seat empty unless it is a poll of a seat */
    static QuestionView of(Asked asked, Poll poll, Optional<Seat> seat) {
        Integer base = poll.baseOf(asked);
        return new QuestionView(
                Codes.codeOf(asked.question()),
                Codes.codeOf(asked.basis()),
                asked.shares().stream().map(share -> share(share, base)).toList(),
                asked.headline().stream()
                        .map(share -> new HeadlineView(share.option(), rounded(share.pct())))
                        .toList(),
                asked.dontKnowPct(),
                asked.wouldNotVotePct(),
                asked.refusedPct(),
                asked.unweightedBase(),
                asked.weightedBase(),
                asked.lead().map(lead -> lead(lead, asked, base)).orElse(null),
                seat.flatMap(known -> poll.swing(asked, known))
                        .map(SwingView::of)
                        .orElse(null));
    }

    private static ShareView share(Share share, Integer base) {
        return new ShareView(
                share.option(), share.pct(), base == null ? null : SamplingError.marginPts(share.pct(), base));
    }

    private static LeadView lead(Lead lead, Asked asked, Integer base) {
        return new LeadView(
                lead.option(),
                lead.pts(),
                rounded(asked.headlineLead().map(Lead::pts).orElse(lead.pts())),
                base == null ? null : lead.samplingSdPts(base));
    }

    private static BigDecimal rounded(BigDecimal points) {
        BigDecimal shortest = points.setScale(Math.min(points.scale(), DECIMALS), RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
