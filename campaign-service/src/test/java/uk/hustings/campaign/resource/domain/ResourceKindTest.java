package uk.hustings.campaign.resource.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ResourceKindTest {

    @ParameterizedTest
    @CsvSource({
        "doorstep-hours, hours, false, true, 100000",
        "phone-hours, hours, false, false, 100000",
        "organisers, people, true, false, 1000",
        "leaflets, items, true, false, 10000000",
        "direct-mail, items, true, false, 10000000",
        "leader-visits, visits, true, false, 100",
        "money, pounds, false, false, 20000000"
    })
    void eachKindHasItsUnitAndItsLimit(
            String code, String unit, boolean whole, boolean reducedByTravel, BigDecimal most) {
        ResourceKind kind = ResourceKind.fromCode(code).orElseThrow();
        assertThat(kind.unit()).isEqualTo(unit);
        assertThat(kind.whole()).isEqualTo(whole);
        assertThat(kind.reducedByTravel()).isEqualTo(reducedByTravel);
        assertThat(kind.most()).isEqualByComparingTo(most);
        assertThat(kind.nationalOnly()).isEqualTo(code.equals("leader-visits"));
    }

    @ParameterizedTest
    @EnumSource
    void anAmountLiesBetweenNoughtAndTheMostOfItsKind(ResourceKind kind) {
        BigDecimal least = kind.whole() ? BigDecimal.ONE : new BigDecimal("0.01");
        assertThat(kind.fault(BigDecimal.ZERO)).isEmpty();
        assertThat(kind.fault(kind.most())).isEmpty();
        assertThat(kind.fault(kind.most().add(least))).isPresent();
        assertThat(kind.fault(least.negate())).contains("must not be negative");
    }

    @Test
    void wholeKindsAreWholeAndOthersHaveTwoDecimalPlaces() {
        assertThat(ResourceKind.ORGANISERS.fault(new BigDecimal("1.5"))).contains("must be a whole number of people");
        assertThat(ResourceKind.ORGANISERS.fault(new BigDecimal("2.000"))).isEmpty();
        assertThat(ResourceKind.MONEY.fault(new BigDecimal("12.34"))).isEmpty();
        assertThat(ResourceKind.MONEY.fault(new BigDecimal("12.345"))).contains("must have at most 2 decimal places");
        assertThat(ResourceKind.LEAFLETS.fault(new BigDecimal("1e3"))).isEmpty();
    }

    @Test
    void theNationalPartyHasNoIdAndEveryOtherHolderHasOne() {
        assertThat(Holder.NATIONAL.id()).isEmpty();
        assertThatThrownBy(() -> Holder.localParty("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Holder(Holder.Kind.NATIONAL, "exeter"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
