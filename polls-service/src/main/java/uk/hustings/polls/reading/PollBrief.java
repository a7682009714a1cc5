package uk.hustings.polls.reading;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;
import uk.hustings.polls.poll.PollFilter;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.PollKey;
import uk.hustings.polls.poll.domain.RecordedPoll;
import uk.hustings.polls.seatref.domain.Seat;
import uk.hustings.polls.seatref.domain.SeatBook;

/** Which poll a figure comes from. */
@Schema(name = "PollBrief", description = "Which poll it is; GET /v1/polls/{pollId} tells the rest.")
record PollBrief(
        @Schema(examples = "0198b7a4-6c1e-7d52-9a38-5f0c2b7e4d11")
        UUID pollId,

        @Schema(description = "poll, canvass-return, mrp or claim", examples = "poll")
        String kind,

        @Schema(nullable = true, examples = "Lord Ashcroft") String pollster,

        @Schema(nullable = true, description = "Who paid", examples = "The Observer")
        String client,

        @Schema(description = "adults, registered-voters or party-members", examples = "adults")
        String population,

        @Schema(description = "gb, uk, region or seat", examples = "seat")
        String geography,

        @Schema(nullable = true, description = "Null unless this is a poll of a seat")
        SeatCode seatCode,

        @Schema(nullable = true, examples = "Crewe and Nantwich")
        String seatName,

        @Schema(nullable = true, description = "Boundary set of the seat", examples = "2010")
        String boundarySet,

        @Schema(nullable = true, description = "Of the region, or of the seat's", examples = "E12000002")
        String regionCode,

        @Schema(nullable = true, examples = "2015-04-02") LocalDate fieldworkStart,

        @Schema(nullable = true, examples = "2015-04-09") LocalDate fieldworkEnd) {

    static PollBrief of(RecordedPoll recorded, SeatBook seats) {
        PollKey key = recorded.poll().key();
        Optional<Seat> seat = PollFilter.seatOf(key.area(), seats);
        return new PollBrief(
                recorded.pollId(),
                Codes.codeOf(key.kind()),
                key.pollster(),
                key.client(),
                Codes.codeOf(key.population()),
                Codes.codeOf(key.area().geography()),
                key.area().seatCode().orElse(null),
                seat.map(Seat::name).orElse(null),
                key.area().boundarySet(),
                PollFilter.regionOf(key.area(), seats),
                key.fieldworkStart(),
                key.fieldworkEnd());
    }
}
