package uk.hustings.campaign.resource.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.hustings.campaign.contact.domain.IsoWeek;

class SupplyTest {

    private static final Holder EXETER = Holder.localParty("exeter");

    /** 13 April to 10 May 2015. */
    private static final Map<IsoWeek, AmountsByBasis> FOUR_WEEKS = Map.of(
            IsoWeek.parse("2015-W16"), known(Basis.MEASURED, 70),
            IsoWeek.parse("2015-W17"), known(Basis.PLEDGED, 100),
            IsoWeek.parse("2015-W18"), known(Basis.PLEDGED, 100),
            IsoWeek.parse("2015-W19"), known(Basis.ESTIMATED, 70));

    @Test
    void aWeekThatLiesInThePeriodInPartCountsByItsDays() {
        Supply supply = supply("2015-04-14", "2015-05-07");
        // 6 of 7 days of the first week, 4 of 7 of the last.
        assertThat(supply.amount()).isEqualTo(new BigDecimal("300.00"));
        assertThat(supply.weeks())
                .containsExactly(
                        Map.entry(Basis.PLEDGED, 2), Map.entry(Basis.MEASURED, 1), Map.entry(Basis.ESTIMATED, 1));
    }

    @Test
    void weeksOutsideThePeriodAreLeftOut() {
        Supply supply = supply("2015-04-20", "2015-04-20");
        assertThat(supply.amount()).isEqualTo(new BigDecimal("14.29"));
        assertThat(supply.weeks()).containsExactly(Map.entry(Basis.PLEDGED, 1));
    }

    @Test
    void theSumIsRoundedOnceSoThatDaysAddUpToWeeks() {
        assertThat(supply("2015-04-20", "2015-05-03").amount()).isEqualTo(new BigDecimal("200.00"));
    }

    private static Supply supply(String from, String until) {
        return Supply.of(
                EXETER, ResourceKind.DOORSTEP_HOURS, FOUR_WEEKS, LocalDate.parse(from), LocalDate.parse(until));
    }

    private static AmountsByBasis known(Basis basis, int amount) {
        return new AmountsByBasis(Map.of(basis, BigDecimal.valueOf(amount)));
    }
}
