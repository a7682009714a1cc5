package uk.hustings.polls.poll;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.Problem;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Population;
import uk.hustings.polls.poll.domain.Question;
import uk.hustings.polls.poll.domain.Visibility;
import uk.hustings.polls.seatref.domain.BoundarySet;
import uk.hustings.polls.seatref.domain.SeatBook;

/** Filters of the list of polls as they are sent. */
public class PollQuery {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    @RestQuery
    @Parameter(description = "GSS code of a constituency", example = "E14000653")
    String seat;

    @RestQuery
    @Parameter(description = "GSS code of a region", example = "E12000002")
    String region;

    @RestQuery
    @Parameter(description = "As the polls name it", example = "Lord Ashcroft")
    String pollster;

    @RestQuery
    @Parameter(description = "adults, registered-voters or party-members", example = "adults")
    String population;

    @RestQuery
    @Parameter(
            description = "standard, constituency, named-candidate, members-ballot or contact-recall",
            example = "constituency")
    String question;

    @RestQuery
    @Parameter(description = "private or public", example = "public")
    String visibility;

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
     * @param readable seats whose private polls the caller may read, in order
     * @throws Problem INVALID_PARAMETER naming the first that cannot be accepted
     */
    PollSelection select(SeatBook book, LocalDate today, List<SeatCode> readable) {
        LocalDate asOfDay = QueryParameter.date("asOf", asOf);
        return new PollSelection(
                seats(book, book.setOn(today).map(BoundarySet::code).orElse(null)),
                pollster(),
                QueryParameter.oneOf("population", population, Codes.all(Population.class)),
                QueryParameter.oneOf("question", question, Codes.all(Question.class)),
                QueryParameter.oneOf("visibility", visibility, Codes.all(Visibility.class)),
                asOfDay == null ? today : asOfDay,
                readable);
    }

    private List<SeatCode> seats(SeatBook book, String inForce) {
        SeatCode code = QueryParameter.seat("seat", seat);
        if (code != null && book.find(inForce, code).isEmpty()) {
            throw QueryParameter.refused("seat", "seat names no seat that we know");
        }
        if (region == null) {
            return code == null ? null : List.of(code);
        }
        List<SeatCode> meant = book.codesOfRegion(inForce, region);
        if (meant.isEmpty()) {
            throw QueryParameter.refused("region", "region names no region that we know");
        }
        return code == null ? meant : meant.stream().filter(code::equals).toList();
    }

    private String pollster() {
        if (pollster != null && CONTROL.matcher(pollster).find()) {
            throw QueryParameter.refused("pollster", "pollster must be text without control characters");
        }
        return pollster;
    }
}
