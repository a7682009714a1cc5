package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.Ids;
import uk.hustings.campaign.CampaignConfig;
import uk.hustings.campaign.access.domain.AccessPolicy;
import uk.hustings.campaign.access.domain.PolicyHistory;
import uk.hustings.campaign.contact.domain.Channel;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;

/** The versions of the access policy and what became of them. */
@ApplicationScoped
class Policies {

    private static final String COLUMNS = """
            p.version, p.weekly_limit, p.warn_at, p.channels, p.classes, p.notice_hours, p.break_glass_hours,
            p.valid_from, p.valid_until, p.title, p.drafted_by, p.drafted_at
            """;

    /** So many columns tell the rule. */
    private static final int RULE = 12;

    /** A version as it lies in the database. */
    record Version(AccessPolicy policy, PolicyDraft rule, String draftedBy, Instant draftedAt) {}

    /** What happened to a version, by whom and why. */
    record Happened(PolicyHistory.Event event, String decidedBy, String reason) {}

    /** Everything, newest version first; events in their order. */
    record Record(List<Version> versions, List<Happened> events) {

        PolicyHistory history() {
            return new PolicyHistory(events.stream().map(Happened::event).toList());
        }

        Version inForce(Instant now) {
            Integer version = history().inForce(now);
            return version == null ? null : find(version);
        }

        /** @return null if there is none */
        Version find(int version) {
            return versions.stream()
                    .filter(candidate -> candidate.policy().version() == version)
                    .findFirst()
                    .orElse(null);
        }
    }

    private final Instant pollsClose;
    private volatile Activated known;

    Policies(CampaignConfig config) {
        this.pollsClose = config.pollsClose();
    }

    /** Every version that was ever activated, and what happened to them: no event is ever altered or taken away. */
    private record Activated(UUID newestEvent, PolicyHistory history, Map<Integer, AccessPolicy> policies) {

        AccessPolicy inForce(Instant now) {
            Integer version = history.inForce(now);
            return version == null ? AccessPolicy.NONE : policies.get(version);
        }
    }

    /** The rule in force; {@link AccessPolicy#NONE} if none is. */
    Uni<AccessPolicy> current(Mutiny.StatelessSession session, Instant now) {
        return activated(session).map(activated -> activated.inForce(now));
    }

    /**
     * The same out of memory, if nothing has changed. The event is named by its id: an activation that was rolled back is
     * never taken for one that was committed.
     *
     * @param newestEvent id of the last event as the transaction sees it; null if there is none
     */
    Uni<AccessPolicy> current(Mutiny.StatelessSession session, UUID newestEvent, Instant now) {
        Activated before = known;
        return before != null && Objects.equals(before.newestEvent, newestEvent)
                ? Uni.createFrom().item(before.inForce(now))
                : activated(session).invoke(read -> known = read).map(read -> read.inForce(now));
    }

    private Uni<Activated> activated(Mutiny.StatelessSession session) {
        return session.createNativeQuery("select " + COLUMNS + """
                        , e.kind, e.effective_from, e.decided_at, e.decided_by, e.reason, e.id
                        from policy_event e join access_policy p on p.version = e.version
                        order by e.decided_at, e.id
                        """, Object[].class)
                .getResultList()
                .map(rows -> new Activated(
                        rows.isEmpty() ? null : (UUID) rows.get(rows.size() - 1)[RULE + 5],
                        new PolicyHistory(rows.stream()
                                .map(row -> happened(row, RULE).event())
                                .toList()),
                        rows.stream()
                                .map(row -> version(row).policy())
                                .collect(Collectors.toMap(
                                        AccessPolicy::version, Function.identity(), (policy, same) -> same))));
    }

    /** When every lock ends at the latest. */
    Instant pollsClose() {
        return pollsClose;
    }

    Uni<Record> read(Mutiny.StatelessSession session) {
        return session.createNativeQuery(
                        "select " + COLUMNS + " from access_policy p order by p.version desc", Object[].class)
                .getResultList()
                .chain(versions -> session.createNativeQuery("""
                                select version, kind, effective_from, decided_at, decided_by, reason
                                from policy_event order by decided_at, id
                                """, Object[].class)
                        .getResultList()
                        .map(events -> new Record(
                                versions.stream().map(this::version).toList(),
                                events.stream().map(event -> happened(event, 1)).toList())));
    }

    /**
     * The caller has the turn to change policies.
     *
     * @return its number
     */
    Uni<Integer> draft(Mutiny.StatelessSession session, PolicyDraft draft, String by, Instant now) {
        return bind(session.createNativeQuery("""
                                        insert into access_policy (version, title, weekly_limit, warn_at, channels,
                                            classes, notice_hours, break_glass_hours, valid_from, valid_until,
                                            drafted_by, drafted_at)
                                        select max(version) + 1, :title, :limit, :warn, :channels, :classes, :notice,
                                            :glass, cast(:begins as timestamptz), cast(:ends as timestamptz), :by, :now
                                        from access_policy returning version
                                        """, Integer.class), draft)
                .setParameter("by", by)
                .setParameter("now", now)
                .getSingleResult();
    }

    /** Changes a draft; the database refuses to change any other version. */
    Uni<Integer> change(Mutiny.StatelessSession session, int version, PolicyDraft draft, String by, Instant now) {
        return bind(session.createNativeQuery("""
                                update access_policy set title = :title, weekly_limit = :limit, warn_at = :warn,
                                    channels = :channels, classes = :classes, notice_hours = :notice,
                                    break_glass_hours = :glass, valid_from = cast(:begins as timestamptz),
                                    valid_until = cast(:ends as timestamptz), drafted_by = :by, drafted_at = :now
                                where version = :version returning version
                                """, Integer.class), draft)
                .setParameter("by", by)
                .setParameter("now", now)
                .setParameter("version", version)
                .getSingleResult();
    }

    Uni<Void> add(
            Mutiny.StatelessSession session,
            int version,
            String kind,
            Instant effectiveFrom,
            String by,
            Instant now,
            String reason) {
        return session.createNativeQuery("""
                        insert into policy_event (id, version, kind, effective_from, decided_by, decided_at, reason)
                        values (:id, :version, :kind, :effective, :by, :now, :reason)
                        """)
                .setParameter("id", Ids.next())
                .setParameter("version", version)
                .setParameter("kind", kind)
                .setParameter("effective", effectiveFrom)
                .setParameter("by", by)
                .setParameter("now", now)
                .setParameter("reason", reason)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Whoever changes what is in force takes turns, until the transaction ends. */
    Uni<Void> turn(Mutiny.StatelessSession session) {
        return session.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtext('access_policy')) as text)", String.class)
                .getSingleResultOrNull()
                .replaceWithVoid();
    }

    private static Mutiny.SelectionQuery<Integer> bind(Mutiny.SelectionQuery<Integer> query, PolicyDraft draft) {
        return query.setParameter("title", draft.title())
                .setParameter("limit", draft.weeklyLimit())
                .setParameter("warn", draft.warnAt())
                .setParameter("channels", String.join(" ", draft.channels()))
                .setParameter("classes", String.join(" ", draft.classes()))
                .setParameter("notice", draft.noticeHours())
                .setParameter("glass", draft.breakGlassHours())
                .setParameter("begins", draft.validFrom())
                .setParameter("ends", draft.validUntil());
    }

    private Version version(Object[] row) {
        Instant begins = Times.instant(row[7]);
        Instant ends = Times.instant(row[8]);
        List<String> channels = List.of(((String) row[3]).split(" "));
        List<String> classes = List.of(((String) row[4]).split(" "));
        AccessPolicy policy = new AccessPolicy(
                ((Number) row[0]).intValue(),
                ((Number) row[1]).intValue(),
                ((Number) row[2]).intValue(),
                channels.stream()
                        .map(code -> Channel.fromCode(code).orElseThrow())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Channel.class))),
                classes.stream()
                        .map(code -> BattlegroundClass.fromCode(code).orElseThrow())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(BattlegroundClass.class))),
                Duration.ofHours(((Number) row[5]).longValue()),
                Duration.ofHours(((Number) row[6]).longValue()),
                begins == null ? Instant.MIN : begins,
                ends != null && ends.isBefore(pollsClose) ? ends : pollsClose);
        PolicyDraft rule = new PolicyDraft(
                (String) row[9],
                policy.weeklyLimit(),
                policy.warnAt(),
                channels,
                classes,
                ((Number) row[5]).intValue(),
                ((Number) row[6]).intValue(),
                begins,
                ends);
        return new Version(policy, rule, (String) row[10], Times.instant(row[11]));
    }

    /** @param first where the event's own columns begin; the version comes before all */
    private static Happened happened(Object[] row, int first) {
        return new Happened(
                new PolicyHistory.Event(
                        ((Number) row[0]).intValue(),
                        "activated".equals(row[first]),
                        Times.instant(row[first + 1]),
                        Times.instant(row[first + 2])),
                (String) row[first + 3],
                (String) row[first + 4]);
    }
}
