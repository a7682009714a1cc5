package uk.hustings.seats.seat;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.seats.facts.CurrentFacts;
import uk.hustings.seats.facts.FactsQuery;
import uk.hustings.seats.facts.domain.Facts;
import uk.hustings.seats.facts.domain.Standing;
import uk.hustings.seats.ranking.domain.RankedSeat;
import uk.hustings.seats.ranking.domain.Ranking;
import uk.hustings.seats.ranking.domain.Side;

/** The seats that a query asks for, in the order that it asks for. */
@ApplicationScoped
class SeatList {

    /** What the query says beside the filter. */
    public static class Query {

        @RestQuery
        @Parameter(description = "End of this day; today unless given", example = "2015-04-14")
        String asOf;

        @RestQuery
        @Parameter(description = "Code of a boundary set; unless given, the one in force on the day", example = "2010")
        String boundarySet;

        @RestQuery
        @Parameter(
                description = "Code of a party that looks at seats it does not hold: each tells the swing it requires",
                example = "lab")
        String challenger;

        @RestQuery
        @Parameter(description = "With challenger: it requires no more swing than this, in points", example = "6")
        String maxSwing;

        @RestQuery
        @Parameter(description = SeatOrder.DESCRIPTION + "; by name unless given", example = "-majority")
        String sort;
    }

    private final CurrentFacts current;
    private final FactsQuery query;

    SeatList(CurrentFacts current, FactsQuery query) {
        this.current = current;
        this.query = query;
    }

    FoundSeats find(SeatFilter filter, Query asked) {
        Facts facts = current.get();
        LocalDate day = query.asOf(facts, asked.asOf);
        String boundarySet = query.boundarySet(facts, asked.boundarySet, day);
        SeatFilter.Wanted wanted = filter.read(facts, query, boundarySet);
        String challenger = query.party("challenger", facts, asked.challenger);
        Double maxSwing = FoundSeats.maxSwing(asked.maxSwing);
        if (maxSwing != null && challenger == null) {
            throw QueryParameter.refused("maxSwing", "maxSwing needs challenger, the party that looks");
        }
        if (challenger != null && challenger.equals(wanted.holder())) {
            throw QueryParameter.refused("challenger", "challenger and holder exclude each other");
        }
        SeatOrder order = SeatOrder.read(
                asked.sort,
                wanted.near() == null ? SeatOrder.By.NAME : SeatOrder.By.DISTANCE,
                challenger != null,
                wanted);
        List<RankedSeat> seats = facts.standings(boundarySet, day).stream()
                .filter(wanted::admits)
                .filter(standing -> challenger == null || !standing.isHeldBy(challenger))
                .map(standing -> challenged(standing, challenger))
                .filter(ranked ->
                        maxSwing == null || ranked.gap() != null && ranked.gap().swingRequiredPts() <= maxSwing)
                .sorted(order.comparator(wanted))
                .toList();
        return new FoundSeats(
                facts,
                day,
                boundarySet,
                wanted,
                seats,
                List.of(
                        day,
                        String.valueOf(boundarySet),
                        wanted,
                        String.valueOf(challenger),
                        String.valueOf(maxSwing),
                        order));
    }

    private static RankedSeat challenged(Standing standing, String challenger) {
        return new RankedSeat(
                null,
                standing,
                challenger == null || standing.latest() == null
                        ? null
                        : Ranking.gap(standing.latest(), challenger, Side.CHALLENGER));
    }
}
