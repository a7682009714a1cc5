package uk.hustings.seats.ranking.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.hustings.api.id.SeatCode;
import uk.hustings.seats.RealData;
import uk.hustings.seats.facts.domain.Facts;

/** The figures are those of the results of 2010, as the House of Commons Library published them. */
class RankingTest {

    private static final Facts FACTS = RealData.facts();
    private static final LocalDate AFTER_2010 = LocalDate.of(2010, 6, 1);
    private static final LocalDate APRIL_2015 = LocalDate.of(2015, 4, 14);
    private static final SeatCode CREWE_AND_NANTWICH = new SeatCode("E14000653");
    private static final SeatCode SHEFFIELD_HALLAM = new SeatCode("E14000922");
    private static final SeatCode CORBY = new SeatCode("E14000648");
    private static final SeatCode BUCKINGHAM = new SeatCode("E14000608");
    private static final SeatCode THIRSK_AND_MALTON = new SeatCode("E14000993");

    @Test
    void labourNeedsA592PointSwingInCreweAndNantwich() {
        Gap gap = challenger("lab", CREWE_AND_NANTWICH).gap();

        assertThat(gap.leadPts()).isCloseTo(11.84, within(0.005));
        assertThat(gap.swingRequiredPts()).isCloseTo(5.92, within(0.005));
        assertThat(gap.votes()).isEqualTo(6046);
        assertThat(gap.switchersNeeded()).isEqualTo(3024);
        assertThat(gap.mobilisedNeeded()).isEqualTo(6047);
    }

    @Test
    void theLeadInSheffieldHallamDependsOnWhoChallenges() {
        assertThat(challenger("con", SHEFFIELD_HALLAM).gap().leadPts()).isCloseTo(29.9, within(0.05));
        assertThat(challenger("lab", SHEFFIELD_HALLAM).gap().leadPts()).isCloseTo(37.3, within(0.05));
    }

    @Test
    void aSeatWonAtAByElectionLeavesTheListOfTheWinner() {
        assertThat(find(ranking("lab", Side.CHALLENGER, LocalDate.of(2012, 11, 14)), CORBY))
                .isPresent();
        assertThat(find(ranking("lab", Side.CHALLENGER, LocalDate.of(2012, 11, 15)), CORBY))
                .isEmpty();
        assertThat(find(ranking("lab", Side.HOLDER, LocalDate.of(2012, 11, 15)), CORBY))
                .isPresent();
    }

    @Test
    void aSeatLostAtAByElectionIsMeasuredOnIt() {
        Gap gap = find(ranking("con", Side.CHALLENGER, APRIL_2015), CORBY)
                .orElseThrow()
                .gap();

        assertThat(gap.votes()).isEqualTo(17267 - 9476);
    }

    @Test
    void seatsThatThePartyDidNotContestComeLastWithoutARank() {
        List<RankedSeat> ranking = ranking("lab", Side.CHALLENGER, AFTER_2010);
        long contested = ranking.stream().filter(seat -> seat.rank() != null).count();

        assertThat(find(ranking, BUCKINGHAM).orElseThrow().rank()).isNull();
        assertThat(ranking.subList(0, (int) contested)).allMatch(seat -> seat.rank() != null);
        assertThat(contested).isEqualTo(631 - 258);
        assertThat(ranking).hasSize(650 - 258);
    }

    @Test
    void ranksFollowTheSwingRequired() {
        List<RankedSeat> ranked = ranking("lab", Side.CHALLENGER, APRIL_2015).stream()
                .filter(seat -> seat.rank() != null)
                .toList();

        assertThat(ranked).isSortedAccordingTo(Comparator.comparingDouble(seat -> seat.gap()
                .leadPts()));
        assertThat(ranked).extracting(RankedSeat::rank).startsWith(1, 2, 3).doesNotHaveDuplicates();
        assertThat(ranked.get(0).standing().seat().name()).isEqualTo("North Warwickshire");
        assertThat(ranked.get(0).gap().votes()).isEqualTo(54);
    }

    @Test
    void aPartysOwnSeatsStandTheWeakestFirstAndVotesGiveAnotherOrderThanPoints() {
        List<RankedSeat> byPoints =
                Ranking.of(FACTS.standings(RealData.BOUNDARIES_2010, AFTER_2010), "lab", Side.HOLDER, Measure.POINTS);
        List<RankedSeat> byVotes =
                Ranking.of(FACTS.standings(RealData.BOUNDARIES_2010, AFTER_2010), "lab", Side.HOLDER, Measure.VOTES);

        assertThat(byPoints).hasSize(258).allMatch(seat -> seat.rank() != null);
        assertThat(byPoints.get(0).standing().seat().name()).isEqualTo("Hampstead and Kilburn");
        assertThat(byPoints.get(0).gap().votes()).isEqualTo(42);
        assertThat(byVotes)
                .isSortedAccordingTo(Comparator.comparingInt(seat -> seat.gap().votes()));
        assertThat(names(byPoints)).isNotEqualTo(names(byVotes)).hasSameElementsAs(names(byVotes));
    }

    @Test
    void nothingIsRankedBeforeTheFirstResult() {
        assertThat(ranking("lab", Side.CHALLENGER, LocalDate.of(2005, 5, 4))).isEmpty();
        assertThat(ranking("lab", Side.HOLDER, LocalDate.of(2005, 5, 4))).isEmpty();
    }

    @Test
    void thirskAndMaltonIsRankedFromItsOwnPollingDay() {
        assertThat(find(ranking("lab", Side.CHALLENGER, LocalDate.of(2010, 5, 26)), THIRSK_AND_MALTON))
                .isEmpty();
        assertThat(find(ranking("lab", Side.CHALLENGER, LocalDate.of(2010, 5, 27)), THIRSK_AND_MALTON))
                .isPresent();
    }

    @Test
    void theWinnerByVotesIsTheWinnerThatTheSourceNames() {
        assertThat(FACTS.standings(RealData.BOUNDARIES_2010, AFTER_2010)).allSatisfy(standing -> assertThat(
                        standing.holder())
                .isEqualTo(RealData.winners2010().get(standing.seat().code().value())));
    }

    private static RankedSeat challenger(String party, SeatCode seat) {
        return find(ranking(party, Side.CHALLENGER, AFTER_2010), seat).orElseThrow();
    }

    private static List<RankedSeat> ranking(String party, Side side, LocalDate asOf) {
        return Ranking.of(FACTS.standings(RealData.BOUNDARIES_2010, asOf), party, side, Measure.POINTS);
    }

    private static Optional<RankedSeat> find(List<RankedSeat> ranking, SeatCode seat) {
        return ranking.stream()
                .filter(ranked -> Objects.equals(ranked.standing().seat().code(), seat))
                .findFirst();
    }

    private static List<String> names(List<RankedSeat> ranking) {
        return ranking.stream().map(seat -> seat.standing().seat().name()).toList();
    }
}
