package uk.hustings.polls.reading.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.hustings.polls.poll.domain.Basis;
import uk.hustings.polls.poll.domain.Question;
import uk.hustings.polls.poll.domain.RecordedPoll;
import uk.hustings.polls.poll.domain.Statement;
import uk.hustings.polls.reading.domain.Grouping.Group;
import uk.hustings.polls.reading.domain.Grouping.Thresholds;

/** Groups and means, above all of the private polls of members in 2016. */
class SetOfPollsTest {

    private static final Thresholds USUAL = new Thresholds(0, 5);

    private final List<RecordedPoll> members = RealPolls.ofMembers(Basis.HEADLINE);

    @Test
    void smithLeadsSevenOfTheEightPollsWithFigures() {
        Grouping groups = group(members, "smith", Figures.REPORTED, USUAL);

        assertThat(groups.groups().get(Group.AHEAD)).hasSize(7).first().satisfies(seat -> assertThat(
                        seat.lead().pts())
                .isEqualTo(39));
        assertThat(groups.groups().get(Group.TIE)).isEmpty();
        assertThat(groups.groups().get(Group.NARROWLY_BEHIND)).isEmpty();
        assertThat(groups.groups().get(Group.WELL_BEHIND))
                .singleElement()
                .satisfies(hove -> assertThat(hove.lead().pts()).isEqualTo(-10));
    }

    @Test
    void pollsWithoutFiguresAreInNoGroupAndKeepWhatWasSaidOfThem() {
        assertThat(group(members, "smith", Figures.REPORTED, USUAL).withoutFigures())
                .hasSize(4)
                .flatExtracting(Grouping.Unplaced::statements)
                .extracting(Statement::option)
                .containsExactlyInAnyOrder("smith", "smith", "tie", "tie");
    }

    @Test
    void theThresholdsSayWhereAGroupEnds() {
        assertThat(group(members, "smith", Figures.REPORTED, new Thresholds(1, 5))
                        .groups()
                        .get(Group.TIE))
                .as("Stoke-on-Trent North, 43 to 42")
                .hasSize(1);
        assertThat(group(members, "smith", Figures.REPORTED, new Thresholds(0, 10))
                        .groups()
                        .get(Group.NARROWLY_BEHIND))
                .as("Hove, 45 to 55")
                .hasSize(1);
    }

    @Test
    void aSeatIsGroupedByItsLatestPollThatHasFigures() {
        List<RecordedPoll> seats = RealPolls.ofSeats();
        List<Polled> asked = RealPolls.asked(seats).stream()
                .filter(polled -> polled.asked().question() == Question.CONSTITUENCY)
                .toList();
        Grouping groups = Grouping.of(seats, asked, "lab", Figures.HEADLINE, USUAL);

        assertThat(groups.groups().values().stream().mapToInt(List::size).sum()
                        + groups.withoutFigures().size())
                .as("every seat once")
                .isEqualTo(168);
        assertThat(groups.groups().get(Group.NARROWLY_BEHIND))
                .extracting(seat ->
                        seat.polled().key().area().code() + " " + seat.polled().day())
                .as("Croydon Central, ahead in March")
                .contains("E14000654 2015-04-30");
    }

    @Test
    void theMeansOfTheMembersPollsAreFarFromTheirVote() {
        Means means = Means.of(RealPolls.asked(members), Figures.REPORTED);

        assertThat(means.polls()).isEqualTo(8);
        assertThat(means.shares().get("smith").mean()).isEqualTo(51.75);
        assertThat(means.shares().get("corbyn").mean()).isEqualTo(35.75);
        assertThat(means.shares().get("smith").sd()).isCloseTo(8.17, within(0.01));
    }

    @Test
    void everySeatCountsOnceHoweverManyWereAsked() {
        assertThat(Means.of(RealPolls.asked(members).subList(0, 1), Figures.HEADLINE)
                        .shares()
                        .values())
                .allSatisfy(share -> {
                    assertThat(share.n()).isEqualTo(1);
                    assertThat(share.sd()).isNull();
                });
    }

    @Test
    void theRawSharesOfAHeadlineWithoutItsUndecidedAreNotKnown() {
        assertThatExceptionOfType(Unanswerable.class)
                .isThrownBy(() -> Means.of(RealPolls.asked(members), Figures.RAW))
                .withMessageContaining("don't knows nobody reported")
                .satisfies(refused -> assertThat(refused.lack()).isEqualTo(Unanswerable.Lack.COMPARABLE));
        assertThat(Means.of(RealPolls.asked(RealPolls.ofMembers(Basis.RAW)), Figures.RAW)
                        .shares()
                        .get("smith")
                        .mean())
                .isEqualTo(51.75);
    }

    @Test
    void membersAreNotAveragedWithVoters() {
        assertThatExceptionOfType(Unanswerable.class)
                .isThrownBy(() -> Means.of(
                        RealPolls.asked(Stream.concat(members.stream(), RealPolls.ofSeats().stream())
                                .toList()),
                        Figures.HEADLINE))
                .withMessage("No figure is made of polls that differ in population, and these have adults and"
                        + " party-members. Choose one with the parameter population.");
    }

    @Test
    void seatsAreNotAveragedWithTheCountryNorOneQuestionWithAnother() {
        List<Polled> seats = RealPolls.asked(RealPolls.ofSeats());

        assertThatExceptionOfType(Unanswerable.class)
                .isThrownBy(() -> Means.of(seats, Figures.HEADLINE))
                .withMessageContaining("differ in question, and these have standard and constituency");
        assertThatExceptionOfType(Unanswerable.class)
                .isThrownBy(() -> Means.of(
                        Stream.concat(
                                        seats.stream(),
                                        RealPolls.asked(RealPolls.national().subList(0, 1)).stream())
                                .toList(),
                        Figures.HEADLINE))
                .withMessageContaining("differ in geography, and these have gb and seat");
    }

    private static Grouping group(List<RecordedPoll> polls, String option, Figures figures, Thresholds thresholds) {
        return Grouping.of(polls, RealPolls.asked(polls), option, figures, thresholds);
    }
}
