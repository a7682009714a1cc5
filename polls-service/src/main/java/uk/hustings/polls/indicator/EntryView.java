package uk.hustings.polls.indicator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;
import uk.hustings.polls.indicator.domain.Entry;
import uk.hustings.polls.indicator.domain.Summary;
import uk.hustings.polls.poll.domain.Area;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Geography;
import uk.hustings.polls.seatref.domain.Seat;
import uk.hustings.polls.seatref.domain.SeatBook;
import uk.hustings.polls.stated.StatedItem;
import uk.hustings.polls.stated.StatedPoll;

/** A poll or something else in a timeline. */
@Schema(name = "TimelineEntry", description = "A poll or another piece of evidence, whole, and where to find it alone")
public record EntryView(
        @Schema(
                description = "Of polls poll, canvass-return, mrp or claim; of other evidence indicator, real-votes,"
                        + " switching, reasons, statement or ballot-result",
                examples = "poll")
        String kind,

        @Schema(
                nullable = true,
                description = "Last day of a poll's fieldwork, the day of anything else; null if unknown",
                examples = "2015-04-09")
        LocalDate day,

        @Schema(nullable = true, description = "Pollster of a poll, label of anything else", examples = "Lord Ashcroft")
        String title,

        @Schema(
                description = "The figures or words in one line, as they were reported",
                examples = "con 37.9%, lab 41.6%")
        String summary,

        @Schema(description = "gb, uk, region or seat", examples = "seat")
        String geography,

        @Schema(nullable = true, description = "Null unless it is about a seat")
        SeatCode seatCode,

        @Schema(nullable = true, examples = "Crewe and Nantwich")
        String seatName,

        @Schema(nullable = true, description = "Boundary set of the seat", examples = "2010")
        String boundarySet,

        @Schema(
                nullable = true,
                description = "GSS code of the region; null unless it is about one",
                examples = "S92000003")
        String regionCode,

        @Schema(nullable = true, description = "The contest that it says it is about", examples = "lab-leadership-2016")
        String contest,

        @Schema(description = "private, embargoed, leaked or public", examples = "public")
        String visibility,

        @Schema(
                description = "Path of the poll or item alone",
                examples = "/v1/polls/0198b7a4-6c1e-7d52-9a38-5f0c2b7e4d11")
        String href,

        @Schema(nullable = true, description = "Null unless it is a poll")
        UUID pollId,

        @Schema(nullable = true, description = "Null if it is a poll")
        UUID itemId,

        @Schema(nullable = true, description = "Null unless it is a poll")
        StatedPoll poll,

        @Schema(nullable = true, description = "Null if it is a poll")
        StatedItem item) {

    /** @param now domain time, for embargoes end by themselves */
    static EntryView of(Entry entry, SeatBook seats, Instant now) {
        Area area = entry.area();
        boolean poll = entry.poll() != null;
        return new EntryView(
                entry.kind(),
                entry.day(),
                poll
                        ? entry.poll().poll().key().pollster()
                        : entry.item().item().label(),
                Summary.of(entry),
                Codes.codeOf(area.geography()),
                area.seatCode().orElse(null),
                area.seatCode()
                        .flatMap(code -> seats.find(area.boundarySet(), code))
                        .map(Seat::name)
                        .orElse(null),
                area.boundarySet(),
                area.geography() == Geography.REGION ? area.code() : null,
                entry.contest(),
                Codes.codeOf(entry.visibilityAt(now)),
                (poll ? "/v1/polls/" : "/v1/evidence/") + entry.id(),
                poll ? entry.id() : null,
                poll ? null : entry.id(),
                poll ? StatedPoll.of(entry.poll().poll()) : null,
                poll ? null : StatedItem.of(entry.item().item()));
    }
}
