package uk.hustings.polls.poll.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SamplingErrorTest {

    @Test
    void aLeadOf36Over34AmongAThousandIsUncertainBy264Points() {
        assertThat(SamplingError.ofLeadPts(pct("36"), pct("34"), 1000)).isEqualTo("2.64");
    }

    @Test
    void halfOfAThousandIsUncertainByThreePoints() {
        assertThat(SamplingError.marginPts(pct("50"), 1000)).isEqualTo("3.1");
    }

    @Test
    void whatEverybodySaysIsCertain() {
        assertThat(SamplingError.marginPts(pct("100"), 10)).isEqualTo("0");
        assertThat(SamplingError.marginPts(pct("0"), 10)).isEqualTo("0");
        assertThat(SamplingError.ofLeadPts(pct("100"), pct("0"), 10)).isEqualTo("0");
    }

    @Test
    void fourTimesThePeopleHalveTheError() {
        assertThat(SamplingError.marginPts(pct("50"), 4000)).isEqualTo("1.55");
    }

    private static BigDecimal pct(String text) {
        return new BigDecimal(text);
    }
}
