package uk.hustings.api.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.hustings.api.time.DomainClock.Day;

class DomainClockTest {

    @Test
    void aDayOfSummerBeginsAnHourBeforeThatOfGreenwich() {
        Day day = Day.at(Instant.parse("2015-05-07T12:00:00Z"));

        assertThat(day.date()).isEqualTo(LocalDate.of(2015, 5, 7));
        assertThat(day.includes(Instant.parse("2015-05-06T23:00:00Z"))).isTrue();
        assertThat(day.includes(Instant.parse("2015-05-06T22:59:59Z"))).isFalse();
        assertThat(day.includes(Instant.parse("2015-05-07T22:59:59Z"))).isTrue();
        assertThat(day.includes(Instant.parse("2015-05-07T23:00:00Z"))).isFalse();
    }

    @Test
    void theDayOnWhichTheClocksGoBackHasTwentyFiveHours() {
        Day day = Day.at(Instant.parse("2015-10-25T12:00:00Z"));

        assertThat(day.includes(Instant.parse("2015-10-24T23:00:00Z"))).isTrue();
        assertThat(day.includes(Instant.parse("2015-10-25T23:59:59Z"))).isTrue();
        assertThat(day.includes(Instant.parse("2015-10-26T00:00:00Z"))).isFalse();
    }
}
