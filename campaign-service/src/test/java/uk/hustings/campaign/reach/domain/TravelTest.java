package uk.hustings.campaign.reach.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With the postcode centroids of the real seats. */
class TravelTest {

    private static final double KM_OF_A_MILE = 1.609344;

    private static final Point DURHAM = new Point(54.77092, -1.56896);
    private static final Point BISHOP_AUCKLAND = new Point(54.63221, -1.75346);
    private static final Point YORK_CENTRAL = new Point(53.95945, -1.08845);

    @Test
    void aDegreeOfTheEquatorIsAThreeHundredAndSixtiethOfTheWayRound() {
        assertThat(new Point(0, 10).kilometresTo(new Point(0, 11))).isEqualTo(111.195, within(0.001));
        assertThat(new Point(0, 0).kilometresTo(new Point(0, 180))).isEqualTo(20_015.1, within(0.1));
        assertThat(DURHAM.kilometresTo(DURHAM)).isZero();
    }

    @Test
    void aWayByRoadIsThirtyPercentLongerThanTheGreatCircleAtSixtyAnHour() {
        Travel way = Travel.between(DURHAM, BISHOP_AUCKLAND);
        assertThat(way.kilometres())
                .isEqualTo(DURHAM.kilometresTo(BISHOP_AUCKLAND) * 1.3, within(1e-9))
                .isEqualTo(25.289, within(0.001));
        assertThat(way.hours()).isEqualTo(way.kilometres() / 60, within(1e-9));
        assertThat(way.roundedKilometres()).isEqualByComparingTo("25.3");
        assertThat(way.roundedHours()).isEqualByComparingTo("0.42");
    }

    @Test
    void bishopAucklandIsAboutTenMilesFromDurhamAndYorkCentralAboutSixty() {
        assertThat(DURHAM.kilometresTo(BISHOP_AUCKLAND) / KM_OF_A_MILE).isEqualTo(12.1, within(0.1));
        assertThat(DURHAM.kilometresTo(YORK_CENTRAL) / KM_OF_A_MILE).isEqualTo(59.3, within(0.1));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "0.75, 1.5, 0.75", "1.5, 3, 0.5", "3, 6, 0", "5, 6, 0"})
    void travelBothWaysIsTakenOffADayOfSixHours(double hours, double lost, double productive) {
        Travel travel = new Travel(60 * hours, hours);
        assertThat(travel.hoursLostOfADay()).isEqualTo(lost, within(1e-12));
        assertThat(travel.productiveShare()).isEqualTo(productive, within(1e-12));
    }

    @Test
    void theQuickerJourneyComesFirstAndOfTwoThatTakeAsLongTheShorter() {
        assertThat(new Travel(90, 1)).isLessThan(new Travel(40, 1.1));
        assertThat(new Travel(40, 1)).isLessThan(new Travel(90, 1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void absurdJourneysAreRefused(double absurd) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Travel(absurd, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Travel(1, absurd));
    }
}
