package uk.hustings.campaign.twinning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.reach.domain.Point;
import uk.hustings.campaign.reach.domain.Travel;
import uk.hustings.campaign.twinning.domain.NearestTargets.Reachable;
import uk.hustings.campaign.twinning.domain.NearestTargets.Target;

/** With the postcode centroids of the real seats. */
class NearestTargetsTest {

    private static final Point DURHAM = new Point(54.77092, -1.56896);
    private static final Travel TO_BISHOP_AUCKLAND = Travel.between(DURHAM, new Point(54.63221, -1.75346));
    private static final Travel TO_YORK_CENTRAL = Travel.between(DURHAM, new Point(53.95945, -1.08845));

    @Test
    void durhamIsSentToBishopAucklandAndNotToYorkCentral() {
        Reachable york = reachable("E14001061", 1, TO_YORK_CENTRAL);
        Reachable auckland = reachable("E14000569", 40, TO_BISHOP_AUCKLAND);
        assertThat(NearestTargets.within(List.of(york, auckland), 3)).containsExactly(auckland, york);
        assertThat(NearestTargets.within(List.of(york, auckland), 1.5)).containsExactly(auckland);
    }

    @Test
    void ofTwoThatAreEquallyNearTheBetterTargetComesFirst() {
        Reachable second = reachable("E14000001", 2, TO_BISHOP_AUCKLAND);
        Reachable first = reachable("E14000002", 1, TO_BISHOP_AUCKLAND);
        Reachable unranked = reachable("E14000000", null, TO_BISHOP_AUCKLAND);
        assertThat(NearestTargets.within(List.of(unranked, second, first), 1.5))
                .containsExactly(first, second, unranked);
    }

    @Test
    void theLimitIsWithinReachAndAnythingBeyondIsNot() {
        Reachable auckland = reachable("E14000569", 1, TO_BISHOP_AUCKLAND);
        double hours = TO_BISHOP_AUCKLAND.hours();
        assertThat(NearestTargets.within(List.of(auckland), hours)).hasSize(1);
        assertThat(NearestTargets.within(List.of(auckland), Math.nextDown(hours)))
                .isEmpty();
    }

    private static Reachable reachable(String seat, Integer rank, Travel travel) {
        return new Reachable(new Target(SeatCode.fromString(seat), rank), travel);
    }
}
