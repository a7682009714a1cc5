package uk.hustings.campaign.resource.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BasisTest {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
    private static final BigDecimal EIGHTY = BigDecimal.valueOf(80);

    @Test
    void aPledgeBeatsWhatWasMeasuredAndThatBeatsAnEstimate() {
        assertEffective(
                Map.of(Basis.ESTIMATED, HUNDRED, Basis.MEASURED, SIXTY, Basis.PLEDGED, EIGHTY), Basis.PLEDGED, EIGHTY);
        assertEffective(Map.of(Basis.ESTIMATED, HUNDRED, Basis.MEASURED, SIXTY), Basis.MEASURED, SIXTY);
        assertEffective(Map.of(Basis.ESTIMATED, HUNDRED), Basis.ESTIMATED, HUNDRED);
    }

    @Test
    void aPledgeOfNothingCountsToo() {
        assertEffective(
                Map.of(Basis.ESTIMATED, HUNDRED, Basis.PLEDGED, BigDecimal.ZERO), Basis.PLEDGED, BigDecimal.ZERO);
    }

    @Test
    void whatIsNotKnownAtAllIsNoAmount() {
        assertThatThrownBy(() -> new AmountsByBasis(Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPlanIsThePledgeOrElseTheEstimateAndNeverWhatWasMeasured() {
        assertThat(new AmountsByBasis(Map.of(Basis.ESTIMATED, HUNDRED, Basis.PLEDGED, EIGHTY)).plannedBasis())
                .isEqualTo(Basis.PLEDGED);
        assertThat(new AmountsByBasis(Map.of(Basis.ESTIMATED, HUNDRED, Basis.MEASURED, SIXTY)).plannedBasis())
                .isEqualTo(Basis.ESTIMATED);
        assertThat(new AmountsByBasis(Map.of(Basis.MEASURED, SIXTY)).plannedBasis())
                .isNull();
    }

    private static void assertEffective(Map<Basis, BigDecimal> known, Basis basis, BigDecimal amount) {
        AmountsByBasis amounts = new AmountsByBasis(known);
        assertThat(amounts.basis()).isEqualTo(basis);
        assertThat(amounts.effective()).isEqualTo(amount);
        assertThat(amounts.amounts()).containsExactlyInAnyOrderEntriesOf(known);
    }
}
