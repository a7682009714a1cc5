package uk.hustings.polls.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.Problem;
import uk.hustings.polls.indicator.domain.ItemKind;
import uk.hustings.polls.indicator.domain.TimelineFilter;
import uk.hustings.polls.poll.domain.Area;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.PollDetails;
import uk.hustings.polls.poll.domain.PollKind;
import uk.hustings.polls.seatref.Places;
import uk.hustings.polls.seatref.domain.SeatBook;

/** Filters of the timeline as they are sent. */
public class TimelineQuery {

    private static final List<String> KINDS = Stream.of(Codes.all(PollKind.class), Codes.all(ItemKind.class))
            .flatMap(List::stream)
            .toList();

    @RestQuery
    @Parameter(description = "GSS code of a constituency", example = "E14000653")
    String seat;

    @RestQuery
    @Parameter(
            description =
                    "The set that seat is one of. Unless given, the one in force on the day of asOf, or else the only"
                            + " one that has the code",
            example = "2010")
    String boundarySet;

    @RestQuery
    @Parameter(
            description = "GSS code of a region: evidence on its seats and on the region itself",
            example = "E12000002")
    String region;

    @RestQuery
    @Parameter(
            description = "An election's id or the code of another contest. To a contest belongs what says so; to an"
                    + " election also what names no contest, is not of a party's members and is dated after the general"
                    + " election before, up to the polling day; to a by-election only that of its seat",
            example = "ge2015")
    String contest;

    @RestQuery
    @Parameter(
            description = "poll, canvass-return, mrp, claim, indicator, real-votes, switching, reasons, statement or"
                    + " ballot-result",
            example = "poll")
    String kind;

    @RestQuery
    @Parameter(
            description = "Only evidence of that day or later",
            example = "2015-03-01",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    String from;

    @RestQuery
    @Parameter(
            description = "Only evidence of that day or earlier",
            example = "2015-04-14",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    String to;

    @RestQuery
    @Parameter(
            description = "Only what was so by the end of that day, and what is of no known day; the domain's today if"
                    + " absent",
            example = "2015-04-14",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    String asOf;

    /**
     * Reads the filters.
     *
     * @param today domain day
     * @throws Problem INVALID_PARAMETER naming the first that cannot be accepted
     */
    TimelineFilter read(SeatBook book, LocalDate today) {
        LocalDate asOfDay = QueryParameter.date("asOf", asOf);
        LocalDate day = asOfDay == null ? today : asOfDay;
        LocalDate first = QueryParameter.date("from", from);
        LocalDate last = QueryParameter.date("to", to);
        QueryParameter.refuseBefore("to", last, "from", first);
        Places places = new Places(book);
        return new TimelineFilter(
                places.seat(seat, places.boundarySet(boundarySet), day)
                        .map(Area::of)
                        .orElse(null),
                places.region(region),
                contest(),
                QueryParameter.oneOf("kind", kind, KINDS),
                first,
                last,
                day);
    }

    private String contest() {
        if (contest == null || contest.isBlank()) {
            return null;
        }
        String code = contest.strip();
        if (!PollDetails.isContest(code)) {
            throw QueryParameter.refused("contest", "contest must be " + PollDetails.CONTEST);
        }
        return code;
    }
}
