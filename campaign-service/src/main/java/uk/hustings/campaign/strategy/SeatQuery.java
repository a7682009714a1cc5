package uk.hustings.campaign.strategy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;

/** Which seats of the strategy are wanted, and in which order. */
public class SeatQuery {

    private static final String NEAREST = "rank";

    private static final Comparator<SeatStrategy> BY_NAME =
            Comparator.comparing(SeatStrategy::name).thenComparing(SeatStrategy::seatCode);

    private static final Map<String, Comparator<SeatStrategy>> ORDERS = Map.of(
            NEAREST,
            absentLast(SeatStrategy::targetRank),
            "name",
            BY_NAME,
            "class",
            Comparator.comparing((SeatStrategy seat) ->
                            BattlegroundClass.fromCode(seat.battlegroundClass()).orElseThrow())
                    .thenComparing(absentLast(SeatStrategy::targetRank)),
            "region",
            Comparator.comparing(SeatStrategy::regionCode).thenComparing(absentLast(SeatStrategy::targetRank)),
            "majority",
            absentLast(SeatStrategy::majorityPct),
            "-majority",
            greatestFirst(SeatStrategy::majorityPct));

    @RestQuery("class")
    @Parameter(description = "key, battleground, defensive or non-battleground", example = "key")
    String battlegroundClass;

    @RestQuery
    @Parameter(description = "GSS code of a region", example = "E12000002")
    String region;

    @RestQuery
    @Parameter(description = "rule or hand", example = "rule")
    String classedBy;

    @RestQuery
    @Parameter(
            description = "rank (nearest target first, unless given), name, class, region, majority or -majority",
            example = "majority")
    String sort;

    /** Those wanted of the seats, in order. */
    List<SeatStrategy> of(List<SeatStrategy> visible) {
        String ofClass = QueryParameter.oneOf("class", battlegroundClass, Classes.codes());
        String source = QueryParameter.oneOf("classedBy", classedBy, Set.of(Classes.RULE, Classes.HAND));
        String order = QueryParameter.oneOf("sort", sort, ORDERS.keySet());
        return visible.stream()
                .filter(seat -> ofClass == null || ofClass.equals(seat.battlegroundClass()))
                .filter(seat -> region == null || region.equals(seat.regionCode()))
                .filter(seat -> source == null || source.equals(seat.classedBy()))
                .sorted(ORDERS.get(order == null ? NEAREST : order).thenComparing(BY_NAME))
                .toList();
    }

    /** What tells this view of the list from another. */
    List<String> view() {
        return Arrays.asList(battlegroundClass, region, classedBy, sort);
    }

    private static <T extends Comparable<T>> Comparator<SeatStrategy> absentLast(Function<SeatStrategy, T> figure) {
        return Comparator.comparing(figure, Comparator.nullsLast(Comparator.naturalOrder()));
    }

    private static <T extends Comparable<T>> Comparator<SeatStrategy> greatestFirst(Function<SeatStrategy, T> figure) {
        return Comparator.comparing(figure, Comparator.nullsLast(Comparator.reverseOrder()));
    }
}
