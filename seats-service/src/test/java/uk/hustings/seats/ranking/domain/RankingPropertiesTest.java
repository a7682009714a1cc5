package uk.hustings.seats.ranking.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.hustings.seats.Invented;
import uk.hustings.seats.election.domain.Basis;
import uk.hustings.seats.election.domain.Contest;
import uk.hustings.seats.facts.domain.Facts;
import uk.hustings.seats.facts.domain.Standing;

/** Rankings of countries that never were, held against plain arithmetic. */
class RankingPropertiesTest {

    private static final LocalDate DAY = LocalDate.of(2001, 6, 7);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void ranksAreAPermutation(long seed) {
        for (String party : Invented.PARTIES) {
            for (Side side : Side.values()) {
                List<Integer> ranks = Ranking.of(standings(seed), party, side, Measure.POINTS).stream()
                        .map(RankedSeat::rank)
                        .filter(rank -> rank != null)
                        .toList();

                assertThat(ranks)
                        .containsExactlyElementsOf(
                                IntStream.rangeClosed(1, ranks.size()).boxed().toList());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void everySeatIsHeldOrChallengedAndNeverBoth(long seed) {
        List<Standing> standings = standings(seed);
        for (String party : Invented.PARTIES) {
            List<RankedSeat> challenged = Ranking.of(standings, party, Side.CHALLENGER, Measure.POINTS);
            List<RankedSeat> held = Ranking.of(standings, party, Side.HOLDER, Measure.POINTS);

            assertThat(challenged.size() + held.size()).isEqualTo(standings.size());
            assertThat(held).allMatch(seat -> seat.standing().isHeldBy(party));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
    void aChallengersOrderIsThatOfPlainArithmetic(long seed) {
        for (String party : Invented.PARTIES) {
            List<Double> swings = standings(seed).stream()
                    .map(Standing::latest)
                    .filter(contest -> !contest.winner().equals(party)
                            && contest.votesByParty().containsKey(party))
                    .map(contest -> swing(contest, party))
                    .sorted(Comparator.naturalOrder())
                    .toList();

            assertThat(Ranking.of(standings(seed), party, Side.CHALLENGER, Measure.POINTS).stream()
                            .filter(seat -> seat.rank() != null)
                            .map(seat -> seat.gap().swingRequiredPts()))
                    .containsExactlyElementsOf(swings);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34})
    void theGapIsTheSameFromBothSides(long seed) {
        for (Standing standing : standings(seed)) {
            Contest contest = standing.latest();
            Gap behind = Ranking.gap(contest, contest.second(), Side.CHALLENGER);
            Gap ahead = Ranking.gap(contest, contest.winner(), Side.HOLDER);

            assertThat(behind).isEqualTo(ahead);
            assertThat(behind.votes()).isEqualTo(contest.majorityVotes());
        }
    }

    private static double swing(Contest contest, String party) {
        Map<String, Integer> votes = contest.votesByParty();
        double most = votes.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
        return Math.round(1e6 * (most - votes.get(party)) / contest.validVotes() / 2) / 1e4;
    }

    private static List<Standing> standings(long seed) {
        Facts facts = new Invented(seed)
                .withSeats("old", 60)
                .withElection("ge2001", DAY, "old", Basis.ACTUAL)
                .facts();
        return facts.standings("old", DAY);
    }
}
