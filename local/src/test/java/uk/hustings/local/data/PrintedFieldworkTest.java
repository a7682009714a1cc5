package uk.hustings.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days of fieldwork in the forms in which they were printed. */
class PrintedFieldworkTest {

    @ParameterizedTest
    @CsvSource({
        "5-6 Jan,          2011-01-09, 2011-01-05, 2011-01-06",
        "28 Dec - 7 Jan,   2011-01-09, 2010-12-28, 2011-01-07",
        "27 May-1 Jun,     2014-06-02, 2014-05-27, 2014-06-01",
        "29-1 Sep,         2014-09-02, 2014-08-29, 2014-09-01",
        "30-4 Oct,         2014-10-06, 2014-09-30, 2014-10-04",
        "20-30 Dec,        2011-01-03, 2010-12-20, 2010-12-30",
        "2014-09-30,       2014-10-03, 2014-09-30, 2014-09-30"
    })
    void theYearIsTheLastInWhichItCouldBePublishedThen(
            String text, LocalDate published, LocalDate start, LocalDate end) {
        assertThat(PrintedFieldwork.of(text, published)).isEqualTo(new PrintedFieldwork(start, end));
    }

    @Test
    void whereNoDaysArePrintedItEndedByTheDayOfPublication() {
        LocalDate published = LocalDate.of(2011, 5, 1);
        assertThat(PrintedFieldwork.of("", published)).isEqualTo(new PrintedFieldwork(null, published));
    }

    @Test
    void anythingElseIsNotGuessedAt() {
        assertThatThrownBy(() -> PrintedFieldwork.of("early May", LocalDate.of(2011, 5, 1)))
                .hasMessageContaining("early May");
    }
}
