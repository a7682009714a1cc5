package uk.hustings.campaign.contact.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoWeekTest {

    @ParameterizedTest
    @CsvSource({
        "2015-04-13, 2015-W16",
        "2015-04-14, 2015-W16",
        "2015-04-19, 2015-W16",
        "2015-04-20, 2015-W17",
        // The clocks go forward on Sunday 29 March 2015.
        "2015-03-29, 2015-W13",
        "2015-03-30, 2015-W14",
        // New Year's Day 2016 lies in the last week of 2015; 2014-12-29 in the first of 2015.
        "2016-01-01, 2015-W53",
        "2016-01-04, 2016-W01",
        "2014-12-29, 2015-W01"
    })
    void aDayLiesInItsIsoWeek(LocalDate day, String week) {
        assertThat(IsoWeek.of(day)).hasToString(week);
    }

    @ParameterizedTest
    @CsvSource({"2015-W16, 2015-04-13", "2015-W53, 2015-12-28", "2015-W01, 2014-12-29"})
    void aWeekIsReadAsItIsWritten(String text, LocalDate monday) {
        assertThat(IsoWeek.parse(text)).isEqualTo(new IsoWeek(monday)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2015-16",
                "2015-W16-1",
                "2015-w16",
                "2014-W53",
                "2015-W00",
                "0000-W01",
                "+2015-W16",
                "٢٠١٥-W16"
            })
    void whatIsNoWeekIsRefused(String text) {
        assertThatThrownBy(() -> IsoWeek.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
