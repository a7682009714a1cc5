package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.campaign.contact.domain.PartySeat;

/** Every decision ever made, oldest first by id. */
@ApplicationScoped
class Decisions {

    private static final String UNCONFIRMED = """
             and breakGlass and id not in (select decisionId from ConfirmedOpening)
             and not exists (select 1 from AccessDecision e where e.lifts = d.id)
            """;

    Uni<AccessDecision> add(Mutiny.StatelessSession session, AccessDecision decision) {
        return session.insert(decision).replaceWith(decision);
    }

    Uni<AccessDecision> get(Mutiny.StatelessSession session, UUID id) {
        return session.get(AccessDecision.class, id);
    }

    Uni<Map<UUID, AccessDecision>> get(Mutiny.StatelessSession session, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createSelectionQuery("from AccessDecision where id in :ids", AccessDecision.class)
                .setParameter("ids", ids)
                .getResultList()
                .map(found -> found.stream().collect(Collectors.toMap(AccessDecision::id, Function.identity())));
    }

    /** The decision by which a lock stands; null if none does. */
    Uni<AccessDecision> lock(Mutiny.StatelessSession session, PartySeat place, Instant now) {
        return session.createNativeQuery("""
                        select d.* from access_lock l join access_decision d on d.id = l.decision_id
                        where l.local_party = :party and l.seat_code = :seat and l.lifted_by is null and l.until > :now
                        """, AccessDecision.class)
                .setParameter("party", place.localParty())
                .setParameter("seat", place.seat().value())
                .setParameter("now", now)
                .getSingleResultOrNull();
    }

    /** The warnings given for these weeks. */
    Uni<List<AccessDecision>> warnings(
            Mutiny.StatelessSession session, Collection<String> localParties, Collection<LocalDate> mondays) {
        if (localParties.isEmpty() || mondays.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createSelectionQuery("""
                        from AccessDecision where localParty in :parties and outcome = 'warned' and weekStart in :weeks
                        order by id
                        """, AccessDecision.class)
                .setParameter("parties", localParties)
                .setParameter("weeks", mondays)
                .getResultList();
    }

    /** The decision that lifted or ended another; null if none has. */
    Uni<AccessDecision> thatLifted(Mutiny.StatelessSession session, UUID lifted) {
        return session.createSelectionQuery("from AccessDecision where lifts = :lifted", AccessDecision.class)
                .setParameter("lifted", lifted)
                .setMaxResults(1)
                .getSingleResultOrNull();
    }

    /**
     * Which decisions are wanted; null for any.
     *
     * @param unconfirmed whether only emergency openings are wanted that nobody has confirmed and that have not ended
     */
    record Filter(
            String localParty,
            Collection<String> seats,
            String outcome,
            String decidedBy,
            Instant from,
            Instant before,
            boolean unconfirmed) {}

    /**
     * Newest first.
     *
     * @param after id of the last that was seen; null to begin
     */
    Uni<List<AccessDecision>> list(Mutiny.StatelessSession session, Filter filter, UUID after, int most) {
        Map<String, Object> given = new LinkedHashMap<>();
        StringBuilder query = new StringBuilder("from AccessDecision d where 1 = 1");
        and(query, given, " and localParty = :party", "party", filter.localParty());
        and(query, given, " and seatCode in :seats", "seats", filter.seats());
        and(query, given, " and outcome = :outcome", "outcome", filter.outcome());
        and(query, given, " and decidedBy = :by", "by", filter.decidedBy());
        and(query, given, " and decidedAt >= :from", "from", filter.from());
        and(query, given, " and decidedAt < :before", "before", filter.before());
        and(query, given, " and id < :after", "after", after);
        if (filter.unconfirmed()) {
            query.append(UNCONFIRMED);
        }
        Mutiny.SelectionQuery<AccessDecision> selection =
                session.createSelectionQuery(query.append(" order by id desc").toString(), AccessDecision.class);
        given.forEach(selection::setParameter);
        return selection.setMaxResults(most).getResultList();
    }

    private static void and(
            StringBuilder query, Map<String, Object> given, String condition, String name, Object value) {
        if (value != null) {
            query.append(condition);
            given.put(name, value);
        }
    }
}
