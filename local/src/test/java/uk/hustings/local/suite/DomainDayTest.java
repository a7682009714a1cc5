package uk.hustings.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainDayTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T18:30:15.500Z, 2015-04-14T17:30:15.500Z",
        "2026-07-01T18:30:15Z, 2015-04-14T18:30:15Z",
        "2026-11-22T23:59:59Z, 2015-04-14T22:59:59Z",
        "2026-11-23T00:00:00Z, 2015-04-13T23:00:00Z"
    })
    void theDemoHasTheDayOf2015AndTheTimeOfDayOfLondon(Instant now, Instant domain) {
        assertThat(now.plus(DomainDay.offset(now))).isEqualTo(domain);
    }
}
