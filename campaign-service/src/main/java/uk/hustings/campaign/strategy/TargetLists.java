package uk.hustings.campaign.strategy;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.strategy.TargetList.Target;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;

/** Target lists in the database: added, never altered. */
@ApplicationScoped
class TargetLists {

    /** The next version under a name. The caller has the turn to change the strategy. */
    Uni<Integer> nextVersion(Mutiny.StatelessSession session, String name) {
        return session.createNativeQuery(
                        "select coalesce(max(version), 0) + 1 from target_list where name = :name", Integer.class)
                .setParameter("name", name)
                .getSingleResult();
    }

    Uni<Void> add(Mutiny.StatelessSession session, TargetList list) {
        String classes = list.classes() == null
                ? null
                : list.classes().stream().map(BattlegroundClass::code).collect(Collectors.joining(" "));
        return session.createNativeQuery("""
                        insert into target_list (name, version, basis, classes, rule_version, author, reason, published_at)
                        values (:name, :version, :basis, cast(:classes as text), :rule, :author, :reason, :at)
                        """)
                .setParameter("name", list.name())
                .setParameter("version", list.version())
                .setParameter("basis", TargetListView.basis(list))
                .setParameter("classes", classes)
                .setParameter("rule", list.ruleVersion())
                .setParameter("author", list.author())
                .setParameter("reason", list.reason())
                .setParameter("at", list.publishedAt())
                .executeUpdate()
                .chain(() -> addSeats(session, list));
    }

    private static Uni<Void> addSeats(Mutiny.StatelessSession session, TargetList list) {
        return session.createNativeQuery("""
                        insert into target_list_seat (name, version, position, seat_code, seat_class)
                        select :name, :version, s.position, s.seat, s.class
                        from unnest(cast(:positions as int[]), cast(:seats as text[]), cast(:classes as text[]))
                            as s (position, seat, class)
                        """)
                .setParameter("name", list.name())
                .setParameter("version", list.version())
                .setParameter(
                        "positions",
                        IntStream.rangeClosed(1, list.seats().size()).boxed().toArray(Integer[]::new))
                .setParameter(
                        "seats",
                        list.seats().stream()
                                .map(target -> target.seatCode().value())
                                .toArray(String[]::new))
                .setParameter(
                        "classes",
                        list.seats().stream()
                                .map(target -> target.battlegroundClass().code())
                                .toArray(String[]::new))
                .executeUpdate()
                .replaceWithVoid();
    }

    /**
     * Newest first, whole.
     *
     * @param name null for any
     * @param version null for any
     */
    Uni<List<TargetList>> find(Mutiny.StatelessSession session, String name, Integer version) {
        return session.createNativeQuery("""
                        select l.name, l.version, l.classes, l.rule_version, l.author, l.reason, l.published_at,
                            s.seat_code, s.seat_class
                        from target_list l join target_list_seat s on s.name = l.name and s.version = l.version
                        where (cast(:name as text) is null or l.name = :name)
                            and (cast(:version as int) is null or l.version = :version)
                        order by l.published_at desc, l.name, l.version desc, s.position
                        """, Object[].class)
                .setParameter("name", name)
                .setParameter("version", version)
                .getResultList()
                .map(TargetLists::lists);
    }

    private static List<TargetList> lists(List<Object[]> rows) {
        Map<List<Object>, TargetList> lists = new LinkedHashMap<>();
        for (Object[] row : rows) {
            lists.computeIfAbsent(List.of(row[0], row[1]), key -> list(row))
                    .seats()
                    .add(new Target(SeatCode.fromString((String) row[7]), classOf((String) row[8])));
        }
        return List.copyOf(lists.values());
    }

    private static TargetList list(Object[] row) {
        List<BattlegroundClass> classes = row[2] == null
                ? null
                : Arrays.stream(((String) row[2]).split(" "))
                        .map(TargetLists::classOf)
                        .toList();
        return new TargetList(
                (String) row[0],
                ((Number) row[1]).intValue(),
                classes,
                ((Number) row[3]).intValue(),
                (String) row[4],
                (String) row[5],
                StrategyRecords.instant(row[6]),
                new ArrayList<>());
    }

    private static BattlegroundClass classOf(String code) {
        return BattlegroundClass.fromCode(code).orElseThrow();
    }
}
