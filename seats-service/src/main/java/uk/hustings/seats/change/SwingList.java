package uk.hustings.seats.change;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.export.CsvFile;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.seats.change.domain.PartyPair;
import uk.hustings.seats.change.domain.SeatSwing;
import uk.hustings.seats.change.domain.SwingMeasure;
import uk.hustings.seats.change.domain.SwingTotal;
import uk.hustings.seats.election.domain.Contest;
import uk.hustings.seats.election.domain.Election;
import uk.hustings.seats.facts.CurrentFacts;
import uk.hustings.seats.facts.domain.Facts;
import uk.hustings.seats.seat.domain.SeatKey;

/** The swings that a query asks for, in the order that it asks for. */
@ApplicationScoped
class SwingList {

    /** What the query says. */
    public static class Query {

        @RestQuery
        @Parameter(required = true, description = "The first election", example = "ge2010")
        String from;

        @RestQuery
        @Parameter(required = true, description = "The second election", example = "ge2015")
        String to;

        @RestQuery
        @Parameter(
                required = true,
                description = "Two parties; a positive swing goes to the first",
                example = "con,lab")
        String parties;

        @RestQuery
        @Parameter(description = "butler (unless given) or two-party", example = "butler")
        String by;

        @RestQuery
        @Parameter(description = "GSS code of a region; the total is then the region's", example = "E12000002")
        String region;

        @RestQuery
        @Parameter(description = "Name of a country; the total is then the country's", example = "England")
        String country;

        @RestQuery
        @Parameter(
                description = "swing (unless given): what swung most to the first party first, seats without a swing "
                        + "last; or name",
                example = "swing")
        String sort;
    }

    /** The question as it was understood. */
    record Asked(Election from, Election to, PartyPair pair, SwingMeasure by, Area area, boolean byName) {}

    private static final String BY_NAME = "name";

    private final CurrentFacts current;
    private final ChangeQuery query;

    SwingList(CurrentFacts current, ChangeQuery query) {
        this.current = current;
        this.query = query;
    }

    SwingsView page(Query wanted, Integer limit, String cursor) {
        Facts facts = current.get();
        Asked asked = read(facts, wanted);
        PageRequest request = PageRequest.of(limit, cursor, "swings", asked);
        List<SeatSwing> swings = swings(facts, asked);
        return SwingsView.of(
                asked,
                SwingTotal.of(swings, asked.pair, asked.by),
                Page.of(swings, request, swing -> swing.seat().code().value()));
    }

    CsvFile csv(Query wanted) {
        Facts facts = current.get();
        Asked asked = read(facts, wanted);
        return SwingsView.table(asked.pair).csv(swings(facts, asked));
    }

    private Asked read(Facts facts, Query wanted) {
        Election from = query.election("from", facts, wanted.from);
        Election to = query.election("to", facts, wanted.to);
        query.requireSameBoundaries(facts, from, to);
        return new Asked(
                from,
                to,
                QueryParameter.required("parties", query.pair(facts, wanted.parties)),
                SwingMeasure.fromCode(QueryParameter.oneOf("by", wanted.by, SwingMeasure.codes()))
                        .orElse(SwingMeasure.BUTLER),
                query.area(facts, wanted.region, wanted.country),
                BY_NAME.equals(QueryParameter.oneOf("sort", wanted.sort, List.of("swing", BY_NAME))));
    }

    private static List<SeatSwing> swings(Facts facts, Asked asked) {
        Map<SeatKey, Contest> before =
                facts.contests(asked.from.id()).stream().collect(toMap(Contest::seat, Function.identity()));
        return facts.contests(asked.to.id()).stream()
                .filter(contest -> before.containsKey(contest.seat()) && asked.area.holds(facts.seatOf(contest)))
                .map(contest ->
                        SeatSwing.of(facts.seatOf(contest), before.get(contest.seat()), contest, asked.pair, asked.by))
                .sorted(asked.byName ? SeatSwing.BY_NAME : SeatSwing.BY_SWING)
                .toList();
    }
}
