package uk.hustings.polls.poll;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.Problem;
import uk.hustings.polls.poll.domain.Area;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Geography;
import uk.hustings.polls.poll.domain.PollKind;
import uk.hustings.polls.poll.domain.Population;
import uk.hustings.polls.poll.domain.Question;
import uk.hustings.polls.poll.domain.Status;
import uk.hustings.polls.poll.domain.Visibility;
import uk.hustings.polls.seatref.Places;
import uk.hustings.polls.seatref.domain.SeatBook;

/** Filters of the list of polls as they are sent. */
public class PollQuery {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    @RestQuery
    @Parameter(description = "GSS code of a constituency", example = "E14000653")
    String seat;

    @RestQuery
    @Parameter(
            description =
                    "Polls of seats of this boundary set; what seat is one of. Unless given, seat is of the one in"
                            + " force on the day of asOf, or else of the only one that has the code",
            example = "2010")
    String boundarySet;

    @RestQuery
    @Parameter(description = "GSS code of a region: polls of its seats and of the region itself", example = "E12000002")
    String region;

    @RestQuery
    @Parameter(description = "gb, uk, region or seat", example = "seat")
    String geography;

    @RestQuery
    @Parameter(description = "As the polls name it", example = "Lord Ashcroft")
    String pollster;

    @RestQuery
    @Parameter(description = "Who paid, as the polls name it", example = "The Observer")
    String client;

    @RestQuery
    @Parameter(description = "poll, canvass-return, mrp or claim", example = "poll")
    String kind;

    @RestQuery
    @Parameter(description = "adults, registered-voters or party-members", example = "adults")
    String population;

    @RestQuery
    @Parameter(
            description = "Polls that asked it: standard, constituency, named-candidate, members-ballot or"
                    + " contact-recall",
            example = "constituency")
    String question;

    @RestQuery
    @Parameter(
            description = "Only polls whose fieldwork ended on that day or later",
            example = "2015-03-01",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    String fieldworkFrom;

    @RestQuery
    @Parameter(
            description = "Only polls whose fieldwork ended on that day or earlier",
            example = "2015-04-14",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    String fieldworkTo;

    @RestQuery
    @Parameter(description = "private, embargoed, leaked or public", example = "public")
    String visibility;

    @RestQuery
    @Parameter(description = "recorded, unless given, or withdrawn", example = "recorded")
    String status;

    @RestQuery
    @Parameter(
            description = "Part of the name of pollster, client or constituency; accents and capitals do not matter",
            example = "ashcroft")
    String q;

    @RestQuery
    @Parameter(
            description = "Only polls whose fieldwork had ended by the end of that day, and those of which that is not"
                    + " known; the domain's today if absent",
            example = "2015-04-14",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    String asOf;

    /**
     * Reads the filters.
     *
     * @param today domain day
     * @throws Problem INVALID_PARAMETER naming the first that cannot be accepted
     */
    public PollFilter read(SeatBook book, LocalDate today) {
        LocalDate asOfDay = QueryParameter.date("asOf", asOf);
        LocalDate day = asOfDay == null ? today : asOfDay;
        Places places = new Places(book);
        String set = places.boundarySet(boundarySet);
        LocalDate from = QueryParameter.date("fieldworkFrom", fieldworkFrom);
        LocalDate to = QueryParameter.date("fieldworkTo", fieldworkTo);
        QueryParameter.refuseBefore("fieldworkTo", to, "fieldworkFrom", from);
        return new PollFilter(
                places.seat(seat, set, day).map(Area::of).orElse(null),
                set,
                places.region(region),
                code("geography", geography, Geography.class),
                text("pollster", pollster),
                text("client", client),
                code("kind", kind, PollKind.class),
                code("population", population, Population.class),
                code("question", question, Question.class),
                from,
                to,
                code("visibility", visibility, Visibility.class),
                code("status", status, Status.class),
                text("q", q),
                day);
    }

    private static <K extends Enum<K>> K code(String name, String text, Class<K> kinds) {
        String code = QueryParameter.oneOf(name, text, Codes.all(kinds));
        return code == null ? null : Codes.read(kinds, code);
    }

    private static String text(String name, String text) {
        if (text != null && CONTROL.matcher(text).find()) {
            throw QueryParameter.refused(name, name + " must be text without control characters");
        }
        return text == null || text.isBlank() ? null : text.strip();
    }
}
