package uk.hustings.polls.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.hustings.api.id.SeatCode;
import uk.hustings.polls.intake.domain.Standing.Difference;
import uk.hustings.polls.poll.domain.Area;
import uk.hustings.polls.poll.domain.Asked;
import uk.hustings.polls.poll.domain.Basis;
import uk.hustings.polls.poll.domain.Poll;
import uk.hustings.polls.poll.domain.PollDetails;
import uk.hustings.polls.poll.domain.PollKey;
import uk.hustings.polls.poll.domain.PollKind;
import uk.hustings.polls.poll.domain.Population;
import uk.hustings.polls.poll.domain.Question;
import uk.hustings.polls.poll.domain.RecordedPoll;
import uk.hustings.polls.poll.domain.Share;
import uk.hustings.polls.poll.domain.Statement;
import uk.hustings.polls.poll.domain.Status;
import uk.hustings.polls.poll.domain.Visibility;

class StandingTest {

    private static final Instant THEN = Instant.parse("2015-04-14T11:00:00Z");
    private static final Statement BRADSHAW = new Statement("Ben Bradshaw", null, "smith");

    private final Asked ballot = ballot("18", share("smith", "46"), share("corbyn", "34"));
    private final RecordedPoll exeter = recorded(exeter(null, ballot));

    @Test
    void aPollThatNobodyRecordedIsNew() {
        assertThat(Standing.of(exeter.poll(), null)).isEqualTo(new Standing.New());
    }

    @Test
    void theSameFiguresInAnotherOrderAndFormAreKnown() {
        Poll again = exeter(null, ballot("18.0", share("smith", "46.0"), share("corbyn", "34")));

        assertThat(Standing.of(again, exeter)).isEqualTo(new Standing.Known());
    }

    @Test
    void everyFigureThatDiffersIsNamed() {
        Poll other = exeter(500, ballot("19", share("smith", "47"), share("corbyn", "34")));

        assertThat(Standing.of(other, exeter))
                .isEqualTo(new Standing.AtOdds(List.of(
                        new Difference(null, "sampleSize", null, 500),
                        of("smithPct", new BigDecimal("46"), new BigDecimal("47")),
                        of("dontKnowPct", new BigDecimal("18"), new BigDecimal("19")))));
    }

    @Test
    void anAnswerThatIsMissingDiffersToo() {
        Poll other = exeter(null, ballot("18", share("smith", "46"), share("eagle", "34")));

        assertThat(Standing.of(other, exeter))
                .isEqualTo(new Standing.AtOdds(List.of(
                        of("corbynPct", new BigDecimal("34"), null), of("eaglePct", null, new BigDecimal("34")))));
    }

    @Test
    void aDetailThatIsNotReportedContradictsNothing() {
        assertThat(Standing.of(exeter(null, ballot), recorded(exeter(500, ballot))))
                .isEqualTo(new Standing.Known());
    }

    @Test
    void aFurtherQuestionMakesThePollGrow() {
        Asked recall = Asked.headline(Question.CONTACT_RECALL, List.of(share("lab", "59")));

        assertThat(Standing.of(exeter(null, ballot, recall), exeter))
                .isEqualTo(new Standing.Grown(exeter(null, ballot, recall), Set.of(Question.CONTACT_RECALL)));
        assertThat(Standing.of(exeter(null, recall), exeter))
                .isEqualTo(new Standing.Grown(exeter(null, ballot, recall), Set.of(Question.CONTACT_RECALL)));
    }

    @Test
    void aFurtherStatementDoesSoTooAndAKnownOneDoesNot() {
        Poll said = new Poll(exeter.poll().key(), PollDetails.UNKNOWN, List.of(), List.of(BRADSHAW));
        Poll whole = new Poll(exeter.poll().key(), PollDetails.UNKNOWN, List.of(ballot), List.of(BRADSHAW));

        assertThat(Standing.of(said, exeter)).isEqualTo(new Standing.Grown(whole, Set.of()));
        assertThat(Standing.of(said, recorded(whole))).isEqualTo(new Standing.Known());
    }

    @Test
    void whatIsWithdrawnDoesNotComeBackByTheWay() {
        assertThat(Standing.of(exeter.poll(), exeter.withdrawn(THEN)))
                .isEqualTo(new Standing.AtOdds(List.of(new Difference(null, "status", "withdrawn", "recorded"))));
    }

    private static Difference of(String field, Object recorded, Object reported) {
        return new Difference(Question.MEMBERS_BALLOT, field, recorded, reported);
    }

    private static Poll exeter(Integer sampleSize, Asked... questions) {
        PollKey key = new PollKey(
                PollKind.POLL,
                null,
                null,
                Population.PARTY_MEMBERS,
                Area.seat("2010", SeatCode.fromString("E14000698")),
                null,
                null);
        return new Poll(
                key,
                new PollDetails(null, null, null, sampleSize, null, null, null, null, null),
                Arrays.asList(questions),
                List.of());
    }

    private static RecordedPoll recorded(Poll poll) {
        return new RecordedPoll(UUID.randomUUID(), poll, Visibility.PRIVATE, null, Status.RECORDED, 1, THEN);
    }

    private static Asked ballot(String dontKnowPct, Share... shares) {
        return new Asked(
                Question.MEMBERS_BALLOT,
                Basis.RAW,
                List.of(shares),
                new BigDecimal(dontKnowPct),
                null,
                null,
                null,
                null);
    }

    private static Share share(String option, String pct) {
        return new Share(option, new BigDecimal(pct));
    }
}
