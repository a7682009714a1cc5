package uk.hustings.seats.election.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.hustings.api.id.SeatCode;
import uk.hustings.seats.RealData;

class ContestTest {

    @Test
    void theSpeakerWonBuckinghamUnderHisOwnCodeAndTheIndependentsAreTakenTogetherInSharesOnly() {
        Contest buckingham = contest("E14000608");

        assertThat(buckingham.winner()).isEqualTo("spk");
        assertThat(buckingham.majorityVotes()).isEqualTo(22860 - 10331);
        assertThat(buckingham.votesBehind("ind")).hasValue(22860 - 10331);
        assertThat(buckingham.sharesPct().get("ind")).isEqualTo(Points.of(10331 + 2394 + 1270 + 435 + 332, 48335));
    }

    @Test
    void whoDidNotStandHasNoShare() {
        Contest buckingham = contest("E14000608");

        assertThat(buckingham.sharesPct()).doesNotContainKeys("con", "lab", "ld");
        assertThat(buckingham.votesBehind("lab")).isEmpty();
    }

    @Test
    void sharesAddUpToAHundred() {
        assertThat(contest("E14000653").sharesPct().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isBetween(99.999, 100.001);
    }

    @Test
    void pointsHaveFourDecimals() {
        assertThat(Points.of(23420, 51084)).isEqualTo(45.8461);
        assertThat(Points.of(1, 3)).isEqualTo(33.3333);
    }

    private static Contest contest(String seat) {
        return RealData.generalElection2010().contests().stream()
                .filter(contest -> contest.seatCode().equals(new SeatCode(seat)))
                .findFirst()
                .orElseThrow();
    }
}
