package uk.hustings.campaign.strategy;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.strategy.StrategyState.ByHand;
import uk.hustings.campaign.strategy.StrategyState.RuleVersion;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;
import uk.hustings.campaign.strategy.domain.ClassRule;
import uk.hustings.campaign.strategy.domain.Classing.Step;

/** The strategy in the database: what was decided is added, never altered. */
@ApplicationScoped
class StrategyRecords {

    static final String CHANNEL = "strategy_changed";

    private final RuleVersion founding;

    StrategyRecords(StrategyConfig config) {
        this.founding = RuleVersion.founding(config);
    }

    /** Waits for its turn to change the strategy, which lasts until the transaction ends. */
    Uni<StrategyState> turn(Mutiny.StatelessSession session) {
        return session.createNativeQuery("select number from strategy_edition for update", Long.class)
                .getSingleResult()
                .chain(edition -> read(session, edition));
    }

    /** The newest state, or {@code known} itself if nothing changed since. */
    Uni<StrategyState> newest(Mutiny.StatelessSession session, StrategyState known) {
        return session.createNativeQuery("select number from strategy_edition", Long.class)
                .getSingleResult()
                .chain(edition -> known != null && known.edition() == edition
                        ? Uni.createFrom().item(known)
                        : read(session, edition));
    }

    Uni<Void> add(Mutiny.StatelessSession session, Authored change, int ruleVersion, List<Step> steps) {
        if (steps.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery("""
                        insert into class_change (change_id, seat_code, from_class, to_class, by_hand, rule_version,
                                                  author, reason, decided_at)
                        select :change, s.seat, s.before, s.after, s.by_hand, :rule, :author, :reason, :at
                        from unnest(cast(:seats as text[]), cast(:before as text[]), cast(:after as text[]),
                                    cast(:hand as boolean[])) as s (seat, before, after, by_hand)
                        """)
                .setParameter("change", change.id())
                .setParameter("rule", ruleVersion)
                .setParameter("author", change.author())
                .setParameter("reason", change.reason())
                .setParameter("at", change.at())
                .setParameter("seats", column(steps, step -> step.seatCode().value()))
                .setParameter(
                        "before",
                        column(steps, step -> step.from().battlegroundClass().code()))
                .setParameter(
                        "after",
                        column(steps, step -> step.to().battlegroundClass().code()))
                .setParameter(
                        "hand", steps.stream().map(step -> step.to().byHand()).toArray(Boolean[]::new))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Adds a version of the rule; the first one brings the founding version into the record. */
    Uni<Void> add(Mutiny.StatelessSession session, RuleVersion next) {
        Uni<Void> written = next.version() == 2
                ? insert(session, founding)
                : Uni.createFrom().voidItem();
        return written.chain(() -> insert(session, next));
    }

    private static Uni<Void> insert(Mutiny.StatelessSession session, RuleVersion version) {
        return session.createNativeQuery("""
                        insert into class_rule (version, key_rank, battleground_rank, defensive_below_pts, author, reason,
                                                decided_at)
                        values (:version, :key, :battleground, :defensive, :author, :reason,
                                cast(:at as timestamptz))
                        """)
                .setParameter("version", version.version())
                .setParameter("key", version.rule().keyRank())
                .setParameter("battleground", version.rule().battlegroundRank())
                .setParameter("defensive", version.rule().defensiveBelowPts())
                .setParameter("author", version.author())
                .setParameter("reason", version.reason())
                .setParameter("at", version.decidedAt())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Tells all replicas when the transaction commits. */
    Uni<Long> moveOn(Mutiny.StatelessSession session) {
        return session.createNativeQuery("update strategy_edition set number = number + 1 returning number", Long.class)
                .getSingleResult()
                .call(edition -> session.createNativeQuery(
                                "select cast(pg_notify('" + CHANNEL + "', :edition) as text)", String.class)
                        .setParameter("edition", Long.toString(edition))
                        .getSingleResultOrNull());
    }

    /** Newest first. */
    Uni<List<RuleVersion>> rules(Mutiny.StatelessSession session) {
        return session.createNativeQuery("""
                        select version, key_rank, battleground_rank, defensive_below_pts, author, reason, decided_at
                        from class_rule order by version desc
                        """, Object[].class)
                .getResultList()
                .map(rows -> rows.isEmpty()
                        ? List.of(founding)
                        : rows.stream().map(StrategyRecords::version).toList());
    }

    /**
     * What was decided about a seat, newest first.
     *
     * @param before number to go on after; null to begin
     */
    Uni<List<ClassChangeView>> history(Mutiny.StatelessSession session, SeatCode seat, Long before, int most) {
        return session.createNativeQuery("""
                        select number, change_id, seat_code, from_class, to_class, by_hand, rule_version, author, reason,
                            decided_at
                        from class_change where seat_code = :seat and number < :before order by number desc limit :most
                        """, Object[].class)
                .setParameter("seat", seat.value())
                .setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setParameter("most", most)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new ClassChangeView(
                                ((Number) row[0]).longValue(),
                                (UUID) row[1],
                                SeatCode.fromString((String) row[2]),
                                (String) row[3],
                                (String) row[4],
                                Classes.source((Boolean) row[5]),
                                ((Number) row[6]).intValue(),
                                (String) row[7],
                                (String) row[8],
                                instant(row[9])))
                        .toList());
    }

    private Uni<StrategyState> read(Mutiny.StatelessSession session, long edition) {
        return rules(session).chain(rules -> session.createNativeQuery("""
                        select seat_code, to_class, author, reason, decided_at from (
                            select distinct on (seat_code) * from class_change order by seat_code, number desc) newest
                        where by_hand
                        """, Object[].class)
                .getResultList()
                .map(rows -> StrategyState.of(
                        edition,
                        rules.get(0),
                        rows.stream()
                                .collect(Collectors.toMap(
                                        row -> SeatCode.fromString((String) row[0]),
                                        row -> new ByHand(
                                                classOf(row[1]),
                                                (String) row[2],
                                                (String) row[3],
                                                instant(row[4])))))));
    }

    private static RuleVersion version(Object[] row) {
        return new RuleVersion(
                ((Number) row[0]).intValue(), rule(row, 1), (String) row[4], (String) row[5], instant(row[6]));
    }

    private static ClassRule rule(Object[] row, int from) {
        return new ClassRule(
                ((Number) row[from]).intValue(), ((Number) row[from + 1]).intValue(), StrategyState.plain((BigDecimal)
                        row[from + 2]));
    }

    private static BattlegroundClass classOf(Object code) {
        return BattlegroundClass.fromCode((String) code).orElseThrow();
    }

    private static String[] column(List<Step> steps, Function<Step, String> cell) {
        return steps.stream().map(cell).toArray(String[]::new);
    }

    static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
