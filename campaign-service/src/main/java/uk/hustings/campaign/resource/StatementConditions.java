package uk.hustings.campaign.resource;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Which statements {@code s} are selected. Values are parameters and never part of the SQL. */
final class StatementConditions {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    private StatementConditions() {}

    /** Those that are wanted and that the caller reaches. */
    static StatementConditions of(ResourceFilter filter, ResourceRights.Sight sight) {
        StatementConditions all = new StatementConditions()
                .and(
                        "s.holder_kind = :holderKind",
                        "holderKind",
                        filter.holderKind() == null ? null : filter.holderKind().code())
                .and("s.holder = :holder", "holder", filter.holder())
                .and(
                        "s.kind = :kind",
                        "kind",
                        filter.kind() == null ? null : filter.kind().code())
                .and(
                        "s.week_start >= :first",
                        "first",
                        filter.first() == null ? null : filter.first().monday())
                .and(
                        "s.week_start <= :last",
                        "last",
                        filter.last() == null ? null : filter.last().monday())
                .and(inRegion("region"), "region", filter.region());
        if (sight.all()) {
            return all;
        }
        if (sight.region() == null && sight.localParty() == null) {
            return all.and("false");
        }
        return all.and(inRegion("sightRegion"), "sightRegion", sight.region())
                .and("s.holder_kind = 'local-party' and s.holder = :sightParty", "sightParty", sight.localParty());
    }

    StatementConditions and(String condition) {
        conditions.add("(" + condition + ")");
        return this;
    }

    /** @param value null if the condition is not wanted */
    StatementConditions and(String condition, String name, Object value) {
        if (value == null) {
            return this;
        }
        values.put(name, value);
        return and(condition);
    }

    /** @param rest of the query, for example its order */
    Uni<List<ResourceStatement>> statements(Mutiny.StatelessSession session, String rest) {
        Mutiny.SelectionQuery<Object[]> query = session.createNativeQuery(
                "select " + StatementCells.COLUMNS + " from resource_statement s"
                        + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions)) + rest,
                Object[].class);
        values.forEach(query::setParameter);
        return query.getResultList()
                .map(rows -> rows.stream().map(StatementCells::statement).toList());
    }

    private static String inRegion(String parameter) {
        return """
                s.holder_kind = 'region' and s.holder = :%1$s
                or s.holder_kind = 'local-party'
                    and s.holder in (select p.id from local_party p where p.region = :%1$s)""".formatted(parameter);
    }
}
