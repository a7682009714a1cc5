package uk.hustings.api.text.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

    @ParameterizedTest
    @CsvSource({"0001-01-01, true", "9999-12-31, true", "0000-12-31, false", "+10000-01-01, false", "-0001-01-01, false"
    })
    void yearsHaveFourDigits(LocalDate day, boolean ordinary) {
        assertThat(Limits.isOrdinary(day)).isEqualTo(ordinary);
    }

    @ParameterizedTest
    @CsvSource({
        "0001-01-01T00:00:00Z, true",
        "9999-12-31T23:59:59.999999999Z, true",
        "0000-12-31T23:59:59Z, false",
        "+10000-01-01T00:00:00Z, false",
        "+400000-01-01T00:00:00Z, false"
    })
    void soDoThoseOfMoments(Instant moment, boolean ordinary) {
        assertThat(Limits.isOrdinary(moment)).isEqualTo(ordinary);
    }

    @ParameterizedTest
    @CsvSource({
        "37.9, true",
        "1e30, true",
        "1e31, false",
        "1e-30, true",
        "1e-31, false",
        "123456789012345678901234567890, true",
        "1234567890123456789012345678901, false",
        "1e999999, false",
        "-1e2147483647, false"
    })
    void numbersHaveThirtyDigits(BigDecimal number, boolean ordinary) {
        assertThat(Limits.isOrdinary(number)).isEqualTo(ordinary);
    }
}
