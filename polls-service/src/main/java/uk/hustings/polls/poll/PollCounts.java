package uk.hustings.polls.poll;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;

/** How many polls there are, for this caller. */
@Schema(description = "How many polls there are, for this caller")
public record PollCounts(@Schema(examples = "3") long polls, List<SeatPolls> seats) {

    /** How many there are of one seat; seats without any are left out. */
    public record SeatPolls(
            SeatCode seatCode, @Schema(examples = "3") long polls) {}

    static PollCounts of(List<SeatPolls> seats) {
        return new PollCounts(seats.stream().mapToLong(SeatPolls::polls).sum(), seats);
    }
}
