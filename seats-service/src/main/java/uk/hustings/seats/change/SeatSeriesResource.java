package uk.hustings.seats.change;

import static java.util.stream.Collectors.toMap;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemDocument;
import uk.hustings.seats.change.SeatSeriesView.PointView;
import uk.hustings.seats.change.domain.Outcome;
import uk.hustings.seats.change.domain.PartyPair;
import uk.hustings.seats.change.domain.Series;
import uk.hustings.seats.change.domain.Tally;
import uk.hustings.seats.election.domain.Contest;
import uk.hustings.seats.election.domain.ElectionKind;
import uk.hustings.seats.facts.CurrentFacts;
import uk.hustings.seats.facts.FactsQuery;
import uk.hustings.seats.facts.domain.Facts;
import uk.hustings.seats.seat.domain.Seat;

@Path("/v1/seats/{seatCode}/series")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Change")
public class SeatSeriesResource {

    private final CurrentFacts current;
    private final FactsQuery query;
    private final ChangeQuery change;

    SeatSeriesResource(CurrentFacts current, FactsQuery query, ChangeQuery change) {
        this.current = current;
        this.query = query;
        this.change = change;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getSeatSeries",
            summary = "A seat's shares, turnout, majority and swing from election to election",
            description = "General elections, by-elections and, marked by their basis, notional results on the same "
                    + "boundaries, each with what changed since the one before it in the list. kind=general leaves "
                    + "by-elections out, so that general elections are compared with each other.")
    @APIResponse(responseCode = "200", description = "The series")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    @APIResponse(
            responseCode = "400",
            description = "A parameter cannot be accepted",
            content =
                    @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(
            responseCode = "404",
            description =
                    "No seat of the boundary set has this code; where one of another set has, the problem says which")
    public SeatSeriesView get(
            @Parameter(example = "E14000648") @RestPath SeatCode seatCode,
            @Parameter(
                            description =
                                    "Code of a boundary set, where a seat code stands in several; unless given, the "
                                            + "one in force",
                            example = "2010")
                    @RestQuery
                    String boundarySet,
            @Parameter(
                            description =
                                    "Two parties between which to measure swings; unless given, the two that lead "
                                            + "at each point, the winner first",
                            example = "con,lab")
                    @RestQuery
                    String parties,
            @Parameter(description = "general or by-election; both unless given", example = "general") @RestQuery
                    String kind,
            @Parameter(description = "End of this day; today unless given", example = "2015-04-14") @RestQuery
                    String asOf) {
        Facts facts = current.get();
        LocalDate day = query.asOf(facts, asOf);
        Seat seat = query.seatOfPath(facts, seatCode, boundarySet, day);
        PartyPair pair = change.pair(facts, parties);
        String only = QueryParameter.oneOf(
                "kind",
                kind,
                Arrays.stream(ElectionKind.values()).map(ElectionKind::code).toList());
        Map<String, Contest> contests = facts.contests(seat.key()).stream()
                .filter(contest -> !contest.pollingDay().isAfter(day))
                .filter(contest ->
                        only == null || facts.electionOf(contest).kind().code().equals(only))
                .collect(toMap(Contest::electionId, Function.identity()));
        List<Outcome> outcomes = contests.values().stream()
                .map(contest ->
                        new Outcome(contest.electionId(), contest.pollingDay(), seat.boundarySet(), Tally.of(contest)))
                .toList();
        return SeatSeriesView.of(
                facts,
                seat,
                day,
                Series.of(outcomes, pair).stream()
                        .map(step ->
                                PointView.of(step, contests.get(step.outcome().electionId()), facts))
                        .toList());
    }
}
