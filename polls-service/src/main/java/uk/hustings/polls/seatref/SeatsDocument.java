package uk.hustings.polls.seatref;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import uk.hustings.api.id.SeatCode;
import uk.hustings.polls.seatref.domain.Contest;
import uk.hustings.polls.seatref.domain.Seat;
import uk.hustings.polls.seatref.domain.SeatBook;

/** The seats as seats-service writes them; it may write more than we read. */
@JsonIgnoreProperties(ignoreUnknown = true)
record SeatsDocument(List<SeatEntry> seats) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record SeatEntry(SeatCode seatCode, String name, String regionCode, List<ContestEntry> contests) {

        Seat seat() {
            return new Seat(
                    seatCode,
                    name,
                    regionCode,
                    contests.stream().map(ContestEntry::contest).toList());
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ContestEntry(String electionId, LocalDate pollingDay, Map<String, BigDecimal> sharesPct) {

        Contest contest() {
            return new Contest(electionId, pollingDay, sharesPct);
        }
    }

    SeatBook book() {
        return SeatBook.of(seats.stream().map(SeatEntry::seat).toList());
    }
}
