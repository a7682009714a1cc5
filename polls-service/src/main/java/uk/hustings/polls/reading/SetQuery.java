package uk.hustings.polls.reading;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.polls.poll.PollFilter;
import uk.hustings.polls.poll.domain.Area;
import uk.hustings.polls.seatref.domain.Seat;
import uk.hustings.polls.seatref.domain.SeatBook;

/** What a reading may be told of its set of polls beside the filters of the list. */
public class SetQuery {

    private static final int MOST_SEATS = 200;
    private static final Comparator<Area> IN_ORDER =
            Comparator.comparing(Area::code).thenComparing(Area::boundarySet);

    @RestQuery
    @Parameter(
            description =
                    "Only polls of these seats: GSS codes with commas between them, 200 at most. Which boundary set"
                            + " each is of follows as for seat",
            example = "E14000653,E14000703")
    String seats;

    /**
     * The seats that are meant; null for all.
     *
     * @param like the filter of one seat, which says how a code is understood
     * @throws uk.hustings.api.problem.Problem INVALID_PARAMETER
     */
    SortedSet<Area> read(SeatBook book, PollFilter like) {
        if (seats == null || seats.isBlank()) {
            return null;
        }
        List<String> codes = Arrays.asList(seats.split(",", -1));
        if (codes.size() > MOST_SEATS) {
            throw QueryParameter.refused(
                    "seats", "seats must be %d at most, were %d".formatted(MOST_SEATS, codes.size()));
        }
        return codes.stream()
                .map(code -> QueryParameter.required("seats", QueryParameter.seat("seats", code)))
                .map(code -> area(code, book, like))
                .collect(Collectors.toCollection(() -> new TreeSet<>(IN_ORDER)));
    }

    private static Area area(SeatCode code, SeatBook book, PollFilter like) {
        Seat seat = (like.boundarySet() == null ? book.find(code, like.asOf()) : book.find(like.boundarySet(), code))
                .orElseThrow(
                        () -> QueryParameter.refused("seats", code.value() + " in seats names no seat that we know"));
        return Area.seat(seat.boundarySet(), seat.code());
    }
}
