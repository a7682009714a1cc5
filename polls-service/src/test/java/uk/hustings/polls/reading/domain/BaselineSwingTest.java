package uk.hustings.polls.reading.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.hustings.api.id.SeatCode;
import uk.hustings.polls.poll.domain.Area;
import uk.hustings.polls.poll.domain.Asked;
import uk.hustings.polls.poll.domain.Basis;
import uk.hustings.polls.poll.domain.Poll;
import uk.hustings.polls.poll.domain.PollDetails;
import uk.hustings.polls.poll.domain.PollKey;
import uk.hustings.polls.poll.domain.PollKind;
import uk.hustings.polls.poll.domain.Population;
import uk.hustings.polls.poll.domain.Question;
import uk.hustings.polls.reading.domain.BaselineSwing.Missing;
import uk.hustings.polls.reading.domain.BaselineSwing.Pair;
import uk.hustings.polls.reading.domain.BaselineSwing.Told;
import uk.hustings.polls.real.RealData;
import uk.hustings.polls.real.RealResults;
import uk.hustings.polls.seatref.domain.CountedVotes;
import uk.hustings.polls.seatref.domain.SeatBook;

class BaselineSwingTest {

    private static final String ROCHESTER = "E14000898";

    private final SeatBook book = RealResults.seats();

    @Test
    void creweHasSwungToLabourSince2010AsPublished() {
        Told told = BaselineSwing.since(baseline("ge2010"), last(RealData.CREWE), null);

        assertThat(told.swing().from()).isEqualTo("con");
        assertThat(told.swing().to()).isEqualTo("lab");
        assertThat(told.swing().pts()).isCloseTo(7.5, within(0.5));
        // Half the standard deviation of a lead among 586 people.
        assertThat(told.swing().samplingSdPts()).isCloseTo(1.84, within(0.01));
    }

    @Test
    void anyElectionOnTheSameBoundariesIsABaseline() {
        Told since2005 = BaselineSwing.since(baseline("ge2005-notional-2010"), last(RealData.CREWE), null);
        Told sinceTheByElection = BaselineSwing.since(baseline("by-2014-11-20-" + ROCHESTER), last(ROCHESTER), null);

        assertThat(since2005.swing().to()).isEqualTo("con");
        assertThat(sinceTheByElection.swing().from()).isEqualTo("ukip");
        assertThat(sinceTheByElection.swing().to()).isEqualTo("con");
    }

    @Test
    void theSwingCanBeAskedForBetweenAnyTwoParties() {
        Told asked = BaselineSwing.since(baseline("ge2010"), last(RealData.CREWE), new Pair("ld", "lab"));
        Told turned = BaselineSwing.since(baseline("ge2010"), last(RealData.CREWE), new Pair("lab", "ld"));

        assertThat(asked.swing().to()).isEqualTo("lab");
        assertThat(turned).isEqualTo(asked);
    }

    @Test
    void anElectionOnOtherBoundariesOrElsewhereHasNoResultForThePoll() {
        assertThat(BaselineSwing.since(baseline("ge2024"), last(RealData.CREWE), null)
                        .missing())
                .isEqualTo(Missing.RESULT);
        assertThat(BaselineSwing.since(baseline("by-2014-11-20-" + ROCHESTER), last(RealData.CREWE), null)
                        .missing())
                .isEqualTo(Missing.RESULT);
        assertThat(baseline("by-2014-11-20-" + ROCHESTER).of(Area.GB))
                .as("one seat's by-election is no result of the country")
                .isEmpty();
    }

    @Test
    void aPartyThatDidNotStandOrWasNotReportedHasNoSwing() {
        assertThat(BaselineSwing.since(baseline("ge2010"), last(RealData.CREWE), new Pair("snp", "lab"))
                        .missing())
                .isEqualTo(Missing.PARTIES);
    }

    @Test
    void whatMembersOfAPartySayIsHeldAgainstNoElection() {
        Polled ballot = RealPolls.asked(RealPolls.ofMembers(Basis.RAW)).get(0);

        assertThat(BaselineSwing.since(baseline("ge2010"), ballot, null).missing())
                .isEqualTo(Missing.QUESTION);
    }

    @Test
    void nationalPollsAreHeldAgainstGreatBritain() {
        Polled icm = RealPolls.asked(RealPolls.national()).stream()
                .filter(polled -> "ICM".equals(polled.key().pollster()))
                .findFirst()
                .orElseThrow();
        Told told = BaselineSwing.since(baseline("ge2010"), icm, null);

        // ICM's last: 34-35; Great Britain in 2010: 36.9-29.7.
        assertThat(told.swing().to()).isEqualTo("lab");
        assertThat(told.swing().pts()).isCloseTo(4.1, within(0.1));
    }

    @Test
    void aPartyIsHeldAgainstTheOneItContinues() {
        Baseline notional = baseline("ge2019-notional-2024");
        Area area = Area.seat(RealResults.BOUNDARIES_2024, SeatCode.fromString("E14001269"));
        CountedVotes result = notional.of(area).orElseThrow();
        Polled poll = RealPolls.asked(List.of(RealPolls.recorded(new Poll(
                        new PollKey(PollKind.POLL, null, null, Population.ADULTS, area, null, null),
                        PollDetails.UNKNOWN,
                        List.of(Asked.headline(
                                Question.STANDARD, RealPolls.shares("con", 30, "lab", 40, "reform", 20))),
                        List.of()))))
                .get(0);

        assertThat(notional.pctOf(result, "reform")).isEqualTo(result.pctOf("brexit"));
        assertThat(BaselineSwing.since(notional, poll, new Pair("con", "reform"))
                        .missing())
                .isEqualTo(result.pctOf("brexit").isPresent() ? null : Missing.PARTIES);
    }

    private Baseline baseline(String electionId) {
        return new Baseline(book, book.election(electionId).orElseThrow());
    }

    /** Lord Ashcroft's last poll of a seat. */
    private static Polled last(String seat) {
        return RealPolls.asked(RealPolls.ofSeats()).stream()
                .filter(polled -> polled.key().pollster().equals(RealPolls.ASHCROFT))
                .filter(polled -> polled.key().area().code().equals(seat))
                .findFirst()
                .orElseThrow();
    }
}
