package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.sql.Sql;
import uk.hustings.campaign.contact.domain.PartySeat;

/** One look before all others: nearly everywhere nothing stands, and the rules are those that are known already. */
@ApplicationScoped
class Glances {

    private static final String GLANCE = """
            with place as (
                select party, seat
                from unnest(cast($1 as text[]), cast($2 as text[])) as place (party, seat))
            select s.number, (select count(*) from policy_event), t.local_party, t.seat_code
            from strategy_edition s left join (
                select l.local_party, l.seat_code from access_lock l
                where l.lifted_by is null and (l.local_party, l.seat_code) in (select * from place)
                union
                select r.local_party, r.seat_code
                from access_respite r left join access_decision e on e.id = r.ended_by
                where (r.local_party, r.seat_code) in (select * from place) and %s
            ) t on true
            """.formatted(Respites.COUNTS);

    /**
     * What was seen, all of it at one moment.
     *
     * @param strategyEdition at which the strategy is
     * @param policyEvents how many there are
     * @param touched places in which a lock stands or a respite counts
     */
    record Glance(long strategyEdition, long policyEvents, Set<PartySeat> touched) {}

    Uni<Glance> at(Mutiny.StatelessSession session, Collection<PartySeat> places) {
        return Sql.rows(
                        session,
                        GLANCE,
                        places.stream().map(PartySeat::localParty).toArray(String[]::new),
                        places.stream().map(place -> place.seat().value()).toArray(String[]::new))
                .map(Glances::glance);
    }

    private static Glance glance(List<Object[]> rows) {
        Object[] any = rows.get(0);
        return new Glance(
                ((Number) any[0]).longValue(),
                ((Number) any[1]).longValue(),
                rows.stream()
                        .filter(row -> row[2] != null)
                        .map(row -> new PartySeat((String) row[2], SeatCode.fromString((String) row[3])))
                        .collect(Collectors.toSet()));
    }
}
