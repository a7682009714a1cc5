package uk.hustings.polls.seatref;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Test;
import uk.hustings.polls.real.RealFeed;
import uk.hustings.polls.real.RealResults;
import uk.hustings.polls.seatref.domain.SeatBook;

class SeatsDocumentTest {

    @Test
    void whatIsFedIsReadAsItIs() throws JsonProcessingException {
        SeatBook told = RealResults.seats();

        SeatBook read = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .build()
                .readValue(RealFeed.seats(), SeatsDocument.class)
                .book();

        assertThat(read.boundarySets()).isEqualTo(told.boundarySets());
        assertThat(read.parties()).isEqualTo(told.parties());
        assertThat(read.elections()).isEqualTo(told.elections());
        assertThat(read.seats("2010")).hasSize(650).isEqualTo(told.seats("2010"));
        assertThat(read.seats("2024")).hasSize(650).isEqualTo(told.seats("2024"));
    }
}
