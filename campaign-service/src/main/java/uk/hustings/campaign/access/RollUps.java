package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.sql.Sql;
import uk.hustings.campaign.contact.domain.Channel;
import uk.hustings.campaign.contact.domain.IsoWeek;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.contact.domain.WeekContacts;

/** The weeks by which the policy judges: what local parties counted, for the one that it counts for. */
@ApplicationScoped
class RollUps {

    private static final String COLUMNS = Arrays.stream(Channel.values())
            .map(channel -> "w." + channel.code().replace('-', '_'))
            .collect(Collectors.joining(", "));

    private static final String WEEK = """
            select w.local_party, w.seat_code, w.week_start, %s from counted_week w
            where w.local_party = $1 and w.seat_code = $2 and w.week_start = $3
            """.formatted(COLUMNS);

    /**
     * Counted weeks of these places: their own and those that were carried to them.
     *
     * @param monday from this week on; where a lock or a notice cites an earlier one, from that
     */
    Uni<Map<PartySeat, List<WeekContacts>>> of(
            Mutiny.StatelessSession session, Collection<PartySeat> places, LocalDate monday) {
        return session.createNativeQuery("""
                        select w.local_party, w.seat_code, w.week_start, %s from counted_week w
                        where (w.local_party, w.seat_code) in (
                                select * from unnest(cast(:parties as text[]), cast(:seats as text[])))
                            and (w.week_start >= :monday or w.week_start >= (
                                select min(d.week_start) from access_decision d
                                where d.local_party = w.local_party and d.seat_code = w.seat_code
                                    and (exists (select 1 from access_lock l
                                             where l.decision_id = d.id and l.lifted_by is null)
                                         or exists (select 1 from access_respite r
                                             where (r.decision_id = d.id or r.opened = d.id) and r.ended_by is null))))
                        order by w.local_party, w.seat_code, w.week_start
                        """.formatted(COLUMNS), Object[].class)
                .setParameter(
                        "parties", places.stream().map(PartySeat::localParty).toArray(String[]::new))
                .setParameter(
                        "seats",
                        places.stream().map(place -> place.seat().value()).toArray(String[]::new))
                .setParameter("monday", monday)
                .getResultList()
                .map(RollUps::byPlace);
    }

    /** One counted week of a place; empty if nothing was counted. */
    Uni<Optional<WeekContacts>> week(Mutiny.StatelessSession session, PartySeat place, IsoWeek week) {
        return Sql.rows(session, WEEK, place.localParty(), place.seat().value(), week.monday())
                .map(rows ->
                        byPlace(rows).values().stream().flatMap(List::stream).findFirst());
    }

    /** All weeks of a time, of everybody. */
    Uni<Map<PartySeat, List<WeekContacts>>> between(Mutiny.StatelessSession session, IsoWeek first, IsoWeek last) {
        return session.createNativeQuery("""
                        select w.local_party, w.seat_code, w.week_start, %s from counted_week w
                        where w.week_start between :first and :last order by 1, 2, 3
                        """.formatted(COLUMNS), Object[].class)
                .setParameter("first", first.monday())
                .setParameter("last", last.monday())
                .getResultList()
                .map(RollUps::byPlace);
    }

    /**
     * Where a change of the rule, or time, may make a difference: a lock, a respite, or a week that is full enough.
     *
     * @param seats null for all
     * @param least contacts, over all channels, below which no week can matter
     */
    Uni<List<PartySeat>> atStake(
            Mutiny.StatelessSession session, Collection<SeatCode> seats, LocalDate monday, int least) {
        return session.createNativeQuery("""
                        select local_party, seat_code from access_lock where lifted_by is null
                            and (:all or seat_code = any(cast(:seats as text[])))
                        union
                        select local_party, seat_code from access_respite where ended_by is null
                            and (:all or seat_code = any(cast(:seats as text[])))
                        union
                        select w.local_party, w.seat_code from counted_week w where w.week_start = :monday
                            and (:all or w.seat_code = any(cast(:seats as text[])))
                        group by w.local_party, w.seat_code having sum(%s) >= :least
                        order by 1, 2
                        """.formatted(COLUMNS.replace(", ", " + ")), Object[].class)
                .setParameter("all", seats == null)
                .setParameter(
                        "seats",
                        seats == null
                                ? new String[0]
                                : seats.stream().map(SeatCode::value).toArray(String[]::new))
                .setParameter("monday", monday)
                .setParameter("least", least)
                .getResultList()
                .map(RollUps::places);
    }

    /** Where the time of a lock or a respite is over. */
    Uni<List<PartySeat>> due(Mutiny.StatelessSession session, Instant now) {
        return session.createNativeQuery("""
                        select local_party, seat_code from access_lock where lifted_by is null and until <= :now
                        union
                        select local_party, seat_code from effective_respite where ended_by is null and until <= :now
                        order by 1, 2
                        """, Object[].class)
                .setParameter("now", now)
                .getResultList()
                .map(RollUps::places);
    }

    private static List<PartySeat> places(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new PartySeat((String) row[0], SeatCode.fromString((String) row[1])))
                .toList();
    }

    /** Own and carried counts of the same week add up. */
    private static Map<PartySeat, List<WeekContacts>> byPlace(List<Object[]> rows) {
        Map<PartySeat, SortedMap<IsoWeek, Map<Channel, Long>>> sums = new LinkedHashMap<>();
        for (Object[] row : rows) {
            Map<Channel, Long> sum = sums.computeIfAbsent(
                            new PartySeat((String) row[0], SeatCode.fromString((String) row[1])),
                            place -> new TreeMap<>())
                    .computeIfAbsent(new IsoWeek((LocalDate) row[2]), week -> new EnumMap<>(Channel.class));
            for (Channel channel : Channel.values()) {
                sum.merge(channel, ((Number) row[3 + channel.ordinal()]).longValue(), Long::sum);
            }
        }
        Map<PartySeat, List<WeekContacts>> weeks = new LinkedHashMap<>();
        sums.forEach((place, of) -> weeks.put(
                place,
                of.entrySet().stream()
                        .map(week -> new WeekContacts(week.getKey(), week.getValue()))
                        .toList()));
        return weeks;
    }
}
