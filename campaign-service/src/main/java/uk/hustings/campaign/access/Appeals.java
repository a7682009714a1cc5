package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.Ids;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.sql.Sql;
import uk.hustings.campaign.contact.domain.PartySeat;

/** Appeals and how they were judged; written once each. */
@ApplicationScoped
class Appeals {

    static final String OPEN = "open";

    private static final String SELECT = """
            select a.id, a.decision_id, d.local_party, d.seat_code, a.appellant, a.appealed_at, a.reason,
                j.outcome, j.judged_by, j.judged_at, j.reason,
                (select min(cast(f.id as text)) from access_decision f where f.appeal = a.id)
            from access_appeal a join access_decision d on d.id = a.decision_id
                left join appeal_judgement j on j.appeal_id = a.id
            """;

    /**
     * An appeal of a decision. Only one of a decision is open at a time.
     *
     * @return null if somebody was first
     */
    Uni<UUID> add(Mutiny.StatelessSession session, UUID decision, String by, Instant now, String reason) {
        return session.createNativeQuery("""
                        insert into access_appeal (id, decision_id, round, appellant, appealed_at, reason)
                        select :id, :decision, count(j.appeal_id) + 1, :by, :now, :reason
                        from access_appeal a left join appeal_judgement j on j.appeal_id = a.id
                        where a.decision_id = :decision
                        on conflict (decision_id, round) do nothing returning id
                        """, UUID.class)
                .setParameter("id", Ids.next())
                .setParameter("decision", decision)
                .setParameter("by", by)
                .setParameter("now", now)
                .setParameter("reason", reason)
                .getSingleResultOrNull();
    }

    /** @return false if somebody else judged first */
    Uni<Boolean> judge(
            Mutiny.StatelessSession session, UUID appeal, JudgementRequest judgement, String by, Instant now) {
        return session.createNativeQuery("""
                        insert into appeal_judgement (appeal_id, outcome, judged_by, judged_at, reason)
                        values (:appeal, :outcome, :by, :now, :reason) on conflict (appeal_id) do nothing
                        """)
                .setParameter("appeal", appeal)
                .setParameter("outcome", judgement.outcome())
                .setParameter("by", by)
                .setParameter("now", now)
                .setParameter("reason", judgement.reason())
                .executeUpdate()
                .map(added -> added > 0);
    }

    /** Closes, unjudged, the open appeals against what these decisions lift or end. */
    Uni<Void> close(Mutiny.StatelessSession session, List<AccessDecision> made) {
        List<AccessDecision> lifting =
                made.stream().filter(decision -> decision.lifts() != null).toList();
        if (lifting.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery("""
                        insert into appeal_judgement (appeal_id, outcome, judged_by, judged_at, reason)
                        select a.id, 'closed', l.by, :now, l.reason
                        from unnest(cast(:lifted as uuid[]), cast(:by as text[]), cast(:reasons as text[]))
                            as l (lifted, by, reason)
                        join access_appeal a on a.decision_id = l.lifted
                        left join appeal_judgement j on j.appeal_id = a.id
                        where j.appeal_id is null
                        """)
                .setParameter("now", lifting.get(0).decidedAt())
                .setParameter(
                        "lifted", lifting.stream().map(AccessDecision::lifts).toArray(UUID[]::new))
                .setParameter(
                        "by", lifting.stream().map(AccessDecision::decidedBy).toArray(String[]::new))
                .setParameter(
                        "reasons", lifting.stream().map(AccessDecision::reason).toArray(String[]::new))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** All appeals of a decision, oldest first. */
    Uni<List<AppealView>> of(Mutiny.StatelessSession session, UUID decision) {
        return session.createNativeQuery(SELECT + " where a.decision_id = :decision order by a.id", Object[].class)
                .setParameter("decision", decision)
                .getResultList()
                .map(Appeals::views);
    }

    /** The open appeal of this local party in this seat; null if there is none. */
    Uni<AppealView> open(Mutiny.StatelessSession session, PartySeat place) {
        return Sql.rows(session, SELECT + """
                        where d.local_party = $1 and d.seat_code = $2 and j.appeal_id is null
                        order by a.id desc limit 1
                        """, place.localParty(), place.seat().value())
                .map(rows -> rows.isEmpty() ? null : view(rows.get(0)));
    }

    /**
     * Newest first.
     *
     * @param seats null for all
     * @param status null for any
     * @param after id of the last that was seen; null to begin
     */
    Uni<List<AppealView>> list(
            Mutiny.StatelessSession session, Collection<String> seats, String status, UUID after, int most) {
        return session.createNativeQuery(SELECT + """
                         where (:all or d.seat_code = any(cast(:seats as text[])))
                            and (cast(:status as text) is null or coalesce(j.outcome, 'open') = cast(:status as text))
                            and (cast(:after as uuid) is null or a.id < cast(:after as uuid))
                        order by a.id desc limit :most
                        """, Object[].class)
                .setParameter("all", seats == null)
                .setParameter("seats", seats == null ? new String[0] : seats.toArray(String[]::new))
                .setParameter("status", status)
                .setParameter("after", after == null ? null : after.toString())
                .setParameter("most", most)
                .getResultList()
                .map(Appeals::views);
    }

    private static List<AppealView> views(List<Object[]> rows) {
        return rows.stream().map(Appeals::view).toList();
    }

    private static AppealView view(Object[] row) {
        return new AppealView(
                (UUID) row[0],
                (UUID) row[1],
                (String) row[2],
                SeatCode.fromString((String) row[3]),
                row[7] == null ? OPEN : (String) row[7],
                (String) row[4],
                Times.instant(row[5]),
                (String) row[6],
                (String) row[8],
                Times.instant(row[9]),
                (String) row[10],
                row[11] == null ? null : UUID.fromString((String) row[11]));
    }
}
