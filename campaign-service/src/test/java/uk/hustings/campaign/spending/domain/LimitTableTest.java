package uk.hustings.campaign.spending.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.hustings.api.id.SeatCode;

class LimitTableTest {

    private static final Contest CURRENT = Contest.general(LocalDate.of(2015, 5, 7));
    private static final SeatCode ROCHESTER = new SeatCode("E14000900");

    @ParameterizedTest
    @CsvSource({
        "ge2010, county, long, 50838, 28558.66",
        "ge2010, county, short, 50838, 10708.66",
        "ge2015, borough, short, 72351, 13041.06",
        "ge2015, county, short, 74737, 15426.33",
        "ge2015, borough, long, 72351, 35041.06",
        "ge2015, county, long, 74737, 37426.33",
        "ge2017, borough, short, 72351, 13041.06",
        "ge2019, county, short, 74737, 15426.33",
        "ge2024, county, short, 70000, 19790.00",
        "ge2024, borough, short, 70000, 16990.00",
        "by-2014-11-20-E14000900, county, short, 74078, 100000.00",
        "by-2023-11-22-E14000900, borough, short, 74078, 100000.00",
        "by-2023-11-23-E14000900, county, short, 1, 180050.00",
    })
    void theLimitIsABaseAndSomePenceForEachElector(
            String election, String seatType, String period, int electorate, BigDecimal limit) {
        assertThat(rule(election, seatType, period).orElseThrow().limit(electorate))
                .isEqualTo(limit);
    }

    @ParameterizedTest
    @CsvSource({
        "ge2017, long",
        "ge2019, long",
        "ge2024, long",
        "by-2014-11-20-E14000900, long",
        "by-2009-07-23-E14000900, short",
    })
    void whereThereIsNoCampaignThereIsNoRow(String election, String period) {
        for (String seatType : SeatType.codes()) {
            assertThat(rule(election, seatType, period)).isEmpty();
        }
    }

    @Test
    void theLongCampaignAfter2024IsPhasedByTheMonthOfDissolution() {
        Contest next = Contest.general(LocalDate.of(2029, 5, 3));
        LimitRule county =
                LimitTable.find(next, SeatType.COUNTY, SpendingPeriod.LONG).orElseThrow();

        assertThat(county.limit(72_580, 60)).isEqualByComparingTo("48929.60");
        assertThat(county.limit(72_580, 59)).isEqualByComparingTo("44036.64");
        assertThat(county.limit(72_580, 56)).isEqualByComparingTo("29357.76");
        assertThat(county.limit(72_580)).as("as long as the month is not known").isEqualByComparingTo("29357.76");
        assertThat(county.limit(72_581, 56)).as("29,357.832, rounded down").isEqualTo(new BigDecimal("29357.83"));
        assertThatThrownBy(() -> county.limit(72_580, 55)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> county.limit(72_580, 61)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyElectionHasAtMostOneRowForASeatTypeAndPeriod() {
        for (String election : new String[] {
            "ge2010", "ge2015", "ge2017", "ge2019", "ge2024", "by-2010-05-06-E14000900", "by-2023-11-23-E14000900"
        }) {
            Contest contest = Contest.fromCode(election, CURRENT);
            for (SeatType seatType : SeatType.values()) {
                for (SpendingPeriod period : SpendingPeriod.values()) {
                    assertThat(LimitTable.all().stream()
                                    .filter(rule -> rule.seatType() == seatType
                                            && rule.period() == period
                                            && rule.appliesTo(contest)))
                            .hasSizeLessThanOrEqualTo(1);
                }
            }
        }
        assertThat(LimitTable.all()).hasSize(22).allSatisfy(rule -> assertThat(rule.source())
                .contains("RPA 1983"));
    }

    @Test
    void aBurghCountsAsABorough() {
        assertThat(SeatType.fromText("Burgh")).isEqualTo(SeatType.BOROUGH);
        assertThat(SeatType.fromText("borough")).isEqualTo(SeatType.BOROUGH);
        assertThat(SeatType.fromText("County")).isEqualTo(SeatType.COUNTY);
        assertThatThrownBy(() -> SeatType.fromText("district")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anElectionIsKnownByItsId() {
        Contest byElection = Contest.fromCode("by-2014-11-20-E14000900", CURRENT);
        assertThat(byElection).isEqualTo(Contest.byElection(LocalDate.of(2014, 11, 20), ROCHESTER));
        assertThat(byElection.isHeldIn(ROCHESTER)).isTrue();
        assertThat(byElection.isHeldIn(new SeatCode("E14000653"))).isFalse();
        assertThat(Contest.fromCode("ge2010", CURRENT).pollingDay()).isEqualTo("2010-05-06");
        assertThat(Contest.fromCode("ge2029", Contest.general(LocalDate.of(2029, 5, 3)))
                        .isHeldIn(ROCHESTER))
                .isTrue();
        for (String unknown :
                new String[] {"ge2011", "ge2029", "", "by-2014-02-30-E14000900", "by-2014-11-20", "GE2015"}) {
            assertThatThrownBy(() -> Contest.fromCode(unknown, CURRENT)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Optional<LimitRule> rule(String election, String seatType, String period) {
        return LimitTable.find(
                Contest.fromCode(election, CURRENT), SeatType.fromText(seatType), SpendingPeriod.fromCode(period));
    }
}
