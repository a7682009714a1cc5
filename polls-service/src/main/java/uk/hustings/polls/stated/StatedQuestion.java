package uk.hustings.polls.stated;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.polls.poll.domain.Asked;
import uk.hustings.polls.poll.domain.Basis;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Question;
import uk.hustings.polls.poll.domain.Share;

/** One question and what was answered. */
@Schema(
        name = "StatedQuestion",
        requiredProperties = {"question"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatedQuestion(
        @Schema(
                description = "standard, constituency, named-candidate, members-ballot or contact-recall",
                examples = "constituency")
        String question,

        @Schema(
                nullable = true,
                description = "raw: shares of everybody asked, which add up to 100 together with the three percentages"
                        + " below; headline: shares of those who named an answer, which add up alone. Unless given, raw"
                        + " if any of the three is given",
                examples = "headline")
        String basis,

        @Schema(nullable = true, description = "In the order in which they are reported")
        List<StatedShare> sharesPct,

        @Schema(nullable = true, examples = "18") BigDecimal dontKnowPct,
        @Schema(nullable = true, examples = "6") BigDecimal wouldNotVotePct,
        @Schema(nullable = true, examples = "2") BigDecimal refusedPct,

        @Schema(
                nullable = true,
                description = "People whom the shares are shares of, before weighting",
                examples = "602")
        Integer unweightedBase,

        @Schema(nullable = true, description = "The same after weighting", examples = "586")
        Integer weightedBase) {

    public static StatedQuestion of(Asked asked) {
        return new StatedQuestion(
                Codes.codeOf(asked.question()),
                Codes.codeOf(asked.basis()),
                asked.shares().stream().map(StatedShare::of).toList(),
                asked.dontKnowPct(),
                asked.wouldNotVotePct(),
                asked.refusedPct(),
                asked.unweightedBase(),
                asked.weightedBase());
    }

    Asked asked() {
        return new Asked(
                Codes.read(Question.class, question),
                Asked.basisUnlessSaid(
                        basis == null ? null : Codes.read(Basis.class, basis),
                        dontKnowPct,
                        wouldNotVotePct,
                        refusedPct),
                shares(),
                dontKnowPct,
                wouldNotVotePct,
                refusedPct,
                unweightedBase,
                weightedBase);
    }

    private List<Share> shares() {
        return sharesPct == null
                ? List.of()
                : sharesPct.stream()
                        .map(share -> new Share(share.option(), share.pct()))
                        .toList();
    }
}
