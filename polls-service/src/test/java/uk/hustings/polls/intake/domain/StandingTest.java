package uk.hustings.polls.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.hustings.api.id.SeatCode;
import uk.hustings.polls.intake.domain.Standing.Difference;
import uk.hustings.polls.poll.domain.Figures;
import uk.hustings.polls.poll.domain.Population;
import uk.hustings.polls.poll.domain.Question;
import uk.hustings.polls.poll.domain.ReportedPoll;
import uk.hustings.polls.poll.domain.SeatPollKey;
import uk.hustings.polls.poll.domain.Share;
import uk.hustings.polls.poll.domain.Visibility;

class StandingTest {

    private final ReportedPoll exeter =
            exeter(Visibility.PRIVATE, null, "18", share("smith", "46"), share("corbyn", "34"));

    @Test
    void aPollThatNobodyRecordedIsNew() {
        assertThat(Standing.of(exeter, null)).isEqualTo(new Standing.New());
    }

    @Test
    void theSameFiguresInAnotherOrderAndFormAreKnown() {
        ReportedPoll again = exeter(Visibility.PRIVATE, null, "18.0", share("corbyn", "34.0"), share("smith", "46"));

        assertThat(Standing.of(again, exeter)).isEqualTo(new Standing.Known());
    }

    @Test
    void visibilityIsNoFigure() {
        ReportedPoll told = exeter(Visibility.PUBLIC, null, "18", share("smith", "46"), share("corbyn", "34"));

        assertThat(Standing.of(told, exeter)).isEqualTo(new Standing.Known());
    }

    @Test
    void everyFigureThatDiffersIsNamed() {
        ReportedPoll other = exeter(Visibility.PRIVATE, 500, null, share("smith", "47"), share("corbyn", "34"));

        assertThat(Standing.of(other, exeter))
                .isEqualTo(new Standing.AtOdds(List.of(
                        new Difference("sampleSize", null, 500),
                        new Difference("smithPct", new BigDecimal("46"), new BigDecimal("47")),
                        new Difference("dontKnowPct", new BigDecimal("18"), null))));
    }

    private static ReportedPoll exeter(Visibility visibility, Integer sampleSize, String dontKnowPct, Share... shares) {
        SeatPollKey key = new SeatPollKey(
                null,
                null,
                Population.PARTY_MEMBERS,
                Question.MEMBERS_BALLOT,
                SeatCode.fromString("E14000698"),
                null,
                null);
        BigDecimal dontKnows = dontKnowPct == null ? null : new BigDecimal(dontKnowPct);
        return new ReportedPoll(key, visibility, sampleSize, new Figures(List.of(shares), dontKnows));
    }

    private static Share share(String option, String pct) {
        return new Share(option, new BigDecimal(pct));
    }
}
