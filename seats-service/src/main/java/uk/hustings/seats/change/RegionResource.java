package uk.hustings.seats.change;

import static java.util.stream.Collectors.groupingBy;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.page.Page;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemDocument;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.seats.change.RegionSeriesView.PointView;
import uk.hustings.seats.change.domain.Outcome;
import uk.hustings.seats.change.domain.PartyPair;
import uk.hustings.seats.change.domain.Series;
import uk.hustings.seats.change.domain.Tally;
import uk.hustings.seats.election.domain.Contest;
import uk.hustings.seats.election.domain.Election;
import uk.hustings.seats.election.domain.ElectionKind;
import uk.hustings.seats.facts.CurrentFacts;
import uk.hustings.seats.facts.FactsQuery;
import uk.hustings.seats.facts.domain.Facts;
import uk.hustings.seats.seat.domain.Seat;

@Path("/v1/regions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Change")
@APIResponse(
        responseCode = "400",
        description = "A parameter cannot be accepted",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
public class RegionResource {

    private final CurrentFacts current;
    private final FactsQuery query;
    private final ChangeQuery change;

    RegionResource(CurrentFacts current, FactsQuery query, ChangeQuery change) {
        this.current = current;
        this.query = query;
        this.change = change;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listRegions",
            summary = "Regions of England and the other countries, with their seats in each boundary set")
    @APIResponse(responseCode = "200", description = "All regions, in one page, by boundary set and name")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    public Page<RegionView> list() {
        Facts facts = current.get();
        List<RegionView> regions = facts.boundarySets().stream()
                .flatMap(set -> regions(facts.seats(set.code())))
                .toList();
        return new Page<>(regions, null);
    }

    @GET
    @Path("{regionCode}/series")
    @PermitAll
    @Operation(
            operationId = "getRegionSeries",
            summary = "A region's shares, turnout, majority, seats and swing from general election to general election",
            description = "Votes of all the region's seats together; by-elections are left out. Changes are measured "
                    + "on the same boundaries only: the first election on new boundaries against the notional result "
                    + "of the one before on them, and sinceBasis says so.")
    @APIResponse(responseCode = "200", description = "The series")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    @APIResponse(responseCode = "404", description = "No region has this code")
    public RegionSeriesView series(
            @Parameter(description = "GSS code", example = "S92000003") @RestPath String regionCode,
            @Parameter(
                            description =
                                    "Two parties between which to measure swings; unless given, the two that lead "
                                            + "at each point",
                            example = "snp,lab")
                    @RestQuery
                    String parties,
            @Parameter(description = "End of this day; today unless given", example = "2015-04-14") @RestQuery
                    String asOf) {
        Facts facts = current.get();
        Seat any = facts.boundarySets().stream()
                .flatMap(set -> facts.seats(set.code()).stream())
                .filter(seat -> seat.regionCode().equals(regionCode))
                .findFirst()
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("No region has this code."));
        PartyPair pair = change.pair(facts, parties);
        LocalDate day = query.asOf(facts, asOf);
        Map<String, List<Contest>> contests = contests(facts, regionCode, day);
        List<Outcome> outcomes = contests.entrySet().stream()
                .map(held -> outcome(facts.electionOf(held.getValue().get(0)), held.getValue()))
                .toList();
        List<PointView> points = Series.of(outcomes, pair).stream()
                .map(step ->
                        PointView.of(step, seatsWon(contests.get(step.outcome().electionId())), facts))
                .toList();
        return RegionSeriesView.of(facts, any, day, points);
    }

    /** The regions of one boundary set by name. */
    private static Stream<RegionView> regions(List<Seat> seats) {
        return seats.stream().collect(groupingBy(Seat::regionCode)).values().stream()
                .map(region -> RegionView.of(region.get(0), region.size()))
                .sorted(Comparator.comparing(RegionView::name));
    }

    /** The region's results in each general election that was polled in any of its seats by then. */
    private static Map<String, List<Contest>> contests(Facts facts, String regionCode, LocalDate day) {
        Map<String, List<Contest>> contests = new HashMap<>();
        for (Election election : facts.elections()) {
            List<Contest> held = facts.contests(election.id()).stream()
                    .filter(contest -> facts.seatOf(contest).regionCode().equals(regionCode))
                    .filter(contest -> !contest.pollingDay().isAfter(day))
                    .toList();
            if (election.kind() == ElectionKind.GENERAL && !held.isEmpty()) {
                contests.put(election.id(), held);
            }
        }
        return contests;
    }

    private static Outcome outcome(Election election, List<Contest> contests) {
        Tally together = Tally.sum(contests.stream().map(Tally::of).toList()).orElseThrow();
        return new Outcome(election.id(), election.pollingDay(), election.boundarySet(), together);
    }

    /** Whoever won most first. */
    private static Map<String, Integer> seatsWon(List<Contest> contests) {
        Map<String, Integer> won = new HashMap<>();
        contests.forEach(contest -> won.merge(contest.winner(), 1, Integer::sum));
        Map<String, Integer> sorted = new LinkedHashMap<>();
        won.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(party -> sorted.put(party.getKey(), party.getValue()));
        return Collections.unmodifiableMap(sorted);
    }
}
