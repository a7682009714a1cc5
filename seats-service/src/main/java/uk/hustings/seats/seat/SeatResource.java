package uk.hustings.seats.seat;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.page.Page;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemDocument;
import uk.hustings.seats.facts.CurrentFacts;
import uk.hustings.seats.facts.DatedPage;
import uk.hustings.seats.facts.FactsQuery;
import uk.hustings.seats.facts.domain.Facts;
import uk.hustings.seats.seat.domain.Overlap;
import uk.hustings.seats.seat.domain.Seat;
import uk.hustings.seats.seat.domain.SeatKey;

@Path("/v1/seats")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Seats")
@APIResponse(
        responseCode = "400",
        description = "A parameter or the cursor cannot be accepted",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
public class SeatResource {

    private static final String BOUNDARY_SET = "Code of a boundary set; unless given, the one in force on the day";

    private final CurrentFacts current;
    private final FactsQuery query;
    private final SeatList list;

    SeatResource(CurrentFacts current, FactsQuery query, SeatList list) {
        this.current = current;
        this.query = query;
        this.list = list;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listSeats", summary = "Seats, each with its holder and majority on a day")
    @APIResponse(responseCode = "200", description = "One page of seats")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    public DatedPage<SeatView> list(
            @BeanParam SeatFilter filter,
            @BeanParam SeatList.Query wanted,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        return list.find(filter, wanted)
                .page("seats", QueryParameter.wholeNumber("limit", limit), cursor, SeatView::of);
    }

    @GET
    @Path("{seatCode}")
    @PermitAll
    @Operation(
            operationId = "getSeat",
            summary = "One seat with its latest result on a day",
            description = "A seat of a boundary set that has ended stands as it did on the set's last day. A code that "
                    + "stands in several sets means the one in force on the day, unless boundarySet says otherwise.")
    @APIResponse(responseCode = "200", description = "The seat")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    @APIResponse(
            responseCode = "404",
            description = "No seat has this code; or none of the boundary set asked for, then with what became of it")
    public SeatDetail get(
            @RestPath SeatCode seatCode,
            @Parameter(description = BOUNDARY_SET, example = "2010") @RestQuery String boundarySet,
            @Parameter(description = "End of this day; today unless given", example = "2015-04-14") @RestQuery
                    String asOf) {
        Facts facts = current.get();
        LocalDate day = query.asOf(facts, asOf);
        return SeatDetail.of(facts, query.seatOfPath(facts, seatCode, boundarySet, day), day);
    }

    @GET
    @Path("{seatCode}/neighbours")
    @PermitAll
    @Operation(operationId = "listNeighbours", summary = "Seats that share a boundary with this one, the longest first")
    @APIResponse(responseCode = "200", description = "All of them, in one page; none for an island")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    @APIResponse(responseCode = "404", description = "No seat has this code")
    public DatedPage<NeighbourView> neighbours(
            @RestPath SeatCode seatCode,
            @Parameter(description = BOUNDARY_SET, example = "2010") @RestQuery String boundarySet,
            @Parameter(description = "Their holders at the end of this day; today unless given", example = "2015-04-14")
                    @RestQuery
                    String asOf) {
        Facts facts = current.get();
        LocalDate day = query.asOf(facts, asOf);
        Seat seat = query.seatOfPath(facts, seatCode, boundarySet, day);
        return dated(
                facts,
                day,
                seat,
                facts.borders(seat.key()).stream()
                        .map(border -> NeighbourView.of(
                                seat,
                                facts.standing(
                                        facts.seat(border.otherThan(seat.key())).orElseThrow(), day),
                                border))
                        .sorted(Comparator.comparing(NeighbourView::sharedBoundaryKm)
                                .reversed()
                                .thenComparing(NeighbourView::seatCode))
                        .toList());
    }

    @GET
    @Path("{seatCode}/successors")
    @PermitAll
    @Operation(operationId = "listSuccessors", summary = "The seats of later boundaries that this one passed into")
    @APIResponse(responseCode = "200", description = "All of them, in one page, the largest part first")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    @APIResponse(responseCode = "404", description = "No seat has this code")
    public Page<OverlapView> successors(
            @RestPath SeatCode seatCode,
            @Parameter(description = BOUNDARY_SET, example = "2010") @RestQuery String boundarySet) {
        return overlaps(seatCode, boundarySet, Facts::successors, Overlap::to);
    }

    @GET
    @Path("{seatCode}/predecessors")
    @PermitAll
    @Operation(operationId = "listPredecessors", summary = "The seats of earlier boundaries that this one was made of")
    @APIResponse(responseCode = "200", description = "All of them, in one page, the largest part first")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    @APIResponse(responseCode = "404", description = "No seat has this code")
    public Page<OverlapView> predecessors(
            @Parameter(example = "E14001468") @RestPath SeatCode seatCode,
            @Parameter(description = BOUNDARY_SET, example = "2024") @RestQuery String boundarySet) {
        return overlaps(seatCode, boundarySet, Facts::predecessors, Overlap::from);
    }

    @GET
    @Path("{seatCode}/history")
    @PermitAll
    @Operation(
            operationId = "getSeatHistory",
            summary =
                    "Who held the seat since when: elections, by-elections, defections and vacancies, the first first",
            description = "Of defections and vacancies only those that have been imported are known.")
    @APIResponse(responseCode = "200", description = "All of it, in one page")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    @APIResponse(responseCode = "404", description = "No seat has this code")
    public DatedPage<HistoryView> history(
            @RestPath SeatCode seatCode,
            @Parameter(description = BOUNDARY_SET, example = "2010") @RestQuery String boundarySet,
            @Parameter(description = "End of this day; today unless given", example = "2015-04-14") @RestQuery
                    String asOf) {
        Facts facts = current.get();
        LocalDate day = query.asOf(facts, asOf);
        Seat seat = query.seatOfPath(facts, seatCode, boundarySet, day);
        return dated(facts, day, seat, HistoryView.of(facts, seat, day));
    }

    private static <T> DatedPage<T> dated(Facts facts, LocalDate day, Seat seat, List<T> items) {
        return DatedPage.of(facts, day, seat.boundarySet(), new Page<>(items, null), Function.identity());
    }

    private Page<OverlapView> overlaps(
            SeatCode seatCode,
            String boundarySet,
            BiFunction<Facts, SeatKey, List<Overlap>> of,
            Function<Overlap, SeatKey> other) {
        Facts facts = current.get();
        Seat seat = query.seatOfPath(facts, seatCode, boundarySet, query.asOf(facts, null));
        return new Page<>(
                of.apply(facts, seat.key()).stream()
                        .map(overlap -> OverlapView.of(
                                facts.seat(other.apply(overlap)).orElseThrow(), overlap, other.apply(overlap)))
                        .sorted(OverlapView.LARGEST_FIRST)
                        .toList(),
                null);
    }
}
