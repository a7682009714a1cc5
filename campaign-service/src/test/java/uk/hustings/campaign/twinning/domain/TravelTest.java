package uk.hustings.campaign.twinning.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.twinning.domain.NearestTargets.Reachable;
import uk.hustings.campaign.twinning.domain.NearestTargets.Target;

/** With the middles of the real seats. */
class TravelTest {

    private static final double KM_OF_A_MILE = 1.609344;

    private static final Point DURHAM = new Point(54.76414, -1.56563);
    private static final Point BISHOP_AUCKLAND = new Point(54.6003, -1.97619);
    private static final Point YORK_CENTRAL = new Point(53.95967, -1.09141);

    @Test
    void aDegreeOfTheEquatorIsAThreeHundredAndSixtiethOfTheWayRound() {
        assertThat(new Point(0, 10).kilometresTo(new Point(0, 11))).isEqualTo(111.195, within(0.001));
        assertThat(new Point(0, 0).kilometresTo(new Point(0, 180))).isEqualTo(20_015.1, within(0.1));
        assertThat(DURHAM.kilometresTo(DURHAM)).isZero();
    }

    @Test
    void aWayByRoadIsThirtyPercentLongerThanTheCrowFliesAtSixtyAnHour() {
        Travel way = Travel.between(DURHAM, BISHOP_AUCKLAND);
        assertThat(way.kilometres())
                .isEqualTo(DURHAM.kilometresTo(BISHOP_AUCKLAND) * 1.3, within(1e-9))
                .isEqualTo(41.69, within(0.001));
        assertThat(way.hours()).isEqualTo(way.kilometres() / 60, within(1e-9));
        assertThat(way.roundedKilometres()).isEqualByComparingTo("41.7");
        assertThat(way.roundedHours()).isEqualByComparingTo("0.69");
        assertThat(Travel.between(DURHAM, YORK_CENTRAL).kilometres() / KM_OF_A_MILE)
                .isEqualTo(76.4, within(0.1));
    }

    @Test
    void durhamIsSentToBishopAucklandAndNotToYorkCentral() {
        Target york = new Target(SeatCode.fromString("E14001061"), 1, YORK_CENTRAL);
        Target auckland = new Target(SeatCode.fromString("E14000569"), 40, BISHOP_AUCKLAND);
        assertThat(NearestTargets.within(List.of(DURHAM), List.of(york, auckland), 3))
                .extracting(Reachable::target)
                .containsExactly(auckland, york);
        assertThat(NearestTargets.within(List.of(DURHAM), List.of(york, auckland), 1.5))
                .extracting(Reachable::target)
                .containsExactly(auckland);
    }

    @Test
    void ofTwoThatAreEquallyNearTheBetterTargetComesFirst() {
        Target second = new Target(SeatCode.fromString("E14000001"), 2, BISHOP_AUCKLAND);
        Target first = new Target(SeatCode.fromString("E14000002"), 1, BISHOP_AUCKLAND);
        Target unranked = new Target(SeatCode.fromString("E14000000"), null, BISHOP_AUCKLAND);
        assertThat(NearestTargets.within(List.of(DURHAM), List.of(unranked, second, first), 1.5))
                .extracting(Reachable::target)
                .containsExactly(first, second, unranked);
    }

    @Test
    void theLimitIsWithinReachAndAnythingBeyondIsNot() {
        Target auckland = new Target(SeatCode.fromString("E14000569"), 1, BISHOP_AUCKLAND);
        double hours = Travel.between(DURHAM, BISHOP_AUCKLAND).hours();
        assertThat(NearestTargets.within(List.of(DURHAM), List.of(auckland), hours))
                .hasSize(1);
        assertThat(NearestTargets.within(List.of(DURHAM), List.of(auckland), Math.nextDown(hours)))
                .isEmpty();
    }

    @Test
    void oneSetsOutFromTheNearestSeatOfTheDonor() {
        assertThat(Travel.fromNearest(List.of(YORK_CENTRAL, DURHAM), BISHOP_AUCKLAND))
                .contains(Travel.between(DURHAM, BISHOP_AUCKLAND));
        assertThat(Travel.fromNearest(List.of(), BISHOP_AUCKLAND)).isEmpty();
    }
}
