package uk.hustings.seats.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.hustings.seats.Invented;
import uk.hustings.seats.RealData;
import uk.hustings.seats.election.domain.Basis;
import uk.hustings.seats.facts.domain.Facts;

class SeatDocumentTest {

    private static final int MEBIBYTE = 1 << 20;

    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final SeatDocument document = new SeatDocument(json);

    @Test
    void theSameFactsAreWrittenOnce() {
        Facts facts = new Invented(1)
                .withSeats("X", 3)
                .withElection("one", LocalDate.of(2001, 6, 7), "X", Basis.ACTUAL)
                .facts();

        assertThat(document.of(facts)).isSameAs(document.of(facts));
    }

    @Test
    void otherFactsAreWrittenAnew() {
        byte[] before = document.of(RealData.facts());

        assertThat(document.of(new Facts(2, RealData.records())))
                .isNotSameAs(before)
                .isEqualTo(before);
    }

    @Test
    void allThatIsKnownIsNotMuchMoreThanAMebibyte() {
        assertThat(document.of(RealData.facts()).length).isLessThan(3 * MEBIBYTE / 2);
    }
}
