package uk.hustings.campaign.reach.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import uk.hustings.api.id.SeatCode;

class TravelTimesTest {

    private static final SeatCode DURHAM = new SeatCode("E14000641");
    private static final SeatCode BISHOP_AUCKLAND = new SeatCode("E14000569");
    private static final SeatCode YORK_CENTRAL = new SeatCode("E14001061");
    private static final SeatCode UNKNOWN = new SeatCode("E14999999");

    private static final GreatCircle CIRCLE = new GreatCircle(Map.of(
            DURHAM, new Point(54.77092, -1.56896),
            BISHOP_AUCKLAND, new Point(54.63221, -1.75346),
            YORK_CENTRAL, new Point(53.95945, -1.08845)));

    @Test
    void oneSetsOutFromTheNearestOwnSeat() {
        assertThat(CIRCLE.between("durham", List.of(YORK_CENTRAL, DURHAM), BISHOP_AUCKLAND))
                .isEqualTo(CIRCLE.fromSeat(DURHAM, BISHOP_AUCKLAND))
                .isPresent();
        assertThat(CIRCLE.between("durham", List.of(), BISHOP_AUCKLAND)).isEmpty();
    }

    @Test
    void anOwnSeatNeedsNoJourney() {
        assertThat(CIRCLE.between("durham", List.of(DURHAM, YORK_CENTRAL), DURHAM))
                .contains(Travel.NONE);
        assertThat(matrix(Map.of()).between("durham", List.of(DURHAM), DURHAM)).contains(Travel.NONE);
    }

    @Test
    void aSeatWithoutAPlaceCannotBeReached() {
        assertThat(CIRCLE.between("durham", List.of(DURHAM), UNKNOWN)).isEmpty();
        assertThat(CIRCLE.between("nowhere", List.of(UNKNOWN), DURHAM)).isEmpty();
    }

    @Test
    void anImportedJourneyIsTakenAsItIs() {
        TravelMatrix matrix = matrix(Map.of(
                DURHAM.value(), Map.of(BISHOP_AUCKLAND, new Travel(18, 0.4), YORK_CENTRAL, new Travel(110, 1.3))));
        assertThat(matrix.between("durham", List.of(DURHAM), YORK_CENTRAL)).contains(new Travel(110, 1.3));
        assertThat(matrix.between("durham", List.of(DURHAM), BISHOP_AUCKLAND)).contains(new Travel(18, 0.4));
    }

    @Test
    void aPairThatAMatrixDoesNotHaveCannotBeTravelled() {
        TravelMatrix matrix = matrix(Map.of(DURHAM.value(), Map.of(BISHOP_AUCKLAND, new Travel(18, 0.4))));
        assertThat(matrix.between("durham", List.of(DURHAM), YORK_CENTRAL)).isEmpty();
        assertThat(matrix.between("bishop", List.of(BISHOP_AUCKLAND), DURHAM))
                .as("the way back is a pair of its own")
                .isEmpty();
    }

    @Test
    void fromALocalPartyOrItsSeatsTheQuickestWayCounts() {
        TravelMatrix matrix = matrix(Map.of(
                "durham",
                Map.of(YORK_CENTRAL, new Travel(105, 1.2), BISHOP_AUCKLAND, new Travel(20, 0.5)),
                DURHAM.value(),
                Map.of(BISHOP_AUCKLAND, new Travel(18, 0.4))));
        assertThat(matrix.between("durham", List.of(DURHAM), YORK_CENTRAL)).contains(new Travel(105, 1.2));
        assertThat(matrix.between("durham", List.of(DURHAM), BISHOP_AUCKLAND)).contains(new Travel(18, 0.4));
    }

    private static TravelMatrix matrix(Map<String, Map<SeatCode, Travel>> journeys) {
        Map<String, TravelMatrix.Row> rows = new TreeMap<>();
        journeys.forEach((from, to) -> rows.put(from, TravelMatrix.Row.of(new TreeMap<>(to))));
        return new TravelMatrix(rows);
    }
}
