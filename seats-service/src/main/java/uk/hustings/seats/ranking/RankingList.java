package uk.hustings.seats.ranking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.seats.facts.CurrentFacts;
import uk.hustings.seats.facts.FactsQuery;
import uk.hustings.seats.facts.domain.Facts;
import uk.hustings.seats.ranking.domain.Measure;
import uk.hustings.seats.ranking.domain.RankedSeat;
import uk.hustings.seats.ranking.domain.Ranking;
import uk.hustings.seats.ranking.domain.Side;
import uk.hustings.seats.seat.FoundSeats;
import uk.hustings.seats.seat.SeatFilter;
import uk.hustings.seats.seat.SeatOrder;

/** The ranked seats that a query asks for, in the order that it asks for. */
@ApplicationScoped
class RankingList {

    /** What the query says beside the filter. */
    public static class Query {

        @RestQuery
        @Parameter(required = true, description = "Code of the party that looks", example = "lab")
        String party;

        @RestQuery
        @Parameter(description = "End of this day; today unless given", example = "2015-04-14")
        String asOf;

        @RestQuery
        @Parameter(description = "Code of a boundary set; unless given, the one in force on the day", example = "2010")
        String boundarySet;

        @RestQuery
        @Parameter(description = "challenger (unless given) or holder", example = "challenger")
        String side;

        @RestQuery
        @Parameter(description = "What ranks: points (unless given) or votes", example = "points")
        String by;

        @RestQuery
        @Parameter(
                description =
                        "With side challenger: it requires no more swing than this; with side holder: it can lose "
                                + "no more. Points",
                example = "6")
        String maxSwing;

        @RestQuery
        @Parameter(description = SeatOrder.DESCRIPTION + "; by rank unless given", example = "-majority")
        String sort;
    }

    private final CurrentFacts current;
    private final FactsQuery query;

    RankingList(CurrentFacts current, FactsQuery query) {
        this.current = current;
        this.query = query;
    }

    FoundSeats find(SeatFilter filter, Query asked) {
        Facts facts = current.get();
        String party = QueryParameter.required("party", query.party("party", facts, asked.party));
        LocalDate day = query.asOf(facts, asked.asOf);
        String boundarySet = query.boundarySet(facts, asked.boundarySet, day);
        Side side = oneOf("side", asked.side, Side.CHALLENGER);
        Measure measure = oneOf("by", asked.by, Measure.POINTS);
        Double maxSwing = FoundSeats.maxSwing(asked.maxSwing);
        SeatFilter.Wanted wanted = filter.read(facts, query, boundarySet);
        if (wanted.holder() != null && wanted.holder().equals(party) != (side == Side.HOLDER)) {
            throw QueryParameter.refused(
                    "holder", "holder, party and side %s exclude each other".formatted(code(side)));
        }
        boolean byRank = asked.sort == null || asked.sort.isBlank();
        SeatOrder order = SeatOrder.read(asked.sort, SeatOrder.By.SWING, true, wanted);
        List<RankedSeat> admitted = Ranking.of(facts.standings(boundarySet, day), party, side, measure).stream()
                .filter(ranked -> wanted.admits(ranked.standing()))
                .filter(ranked ->
                        maxSwing == null || ranked.gap() != null && ranked.gap().swingRequiredPts() <= maxSwing)
                .toList();
        return new FoundSeats(
                facts,
                day,
                boundarySet,
                wanted,
                byRank
                        ? admitted
                        : admitted.stream().sorted(order.comparator(wanted)).toList(),
                List.of(
                        party,
                        day,
                        String.valueOf(boundarySet),
                        side,
                        measure,
                        String.valueOf(maxSwing),
                        wanted,
                        byRank,
                        order));
    }

    private static <E extends Enum<E>> E oneOf(String name, String text, E otherwise) {
        List<E> constants = List.of(otherwise.getDeclaringClass().getEnumConstants());
        String code = QueryParameter.oneOf(
                name, text, constants.stream().map(RankingList::code).toList());
        return constants.stream()
                .filter(constant -> code(constant).equals(code))
                .findFirst()
                .orElse(otherwise);
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
