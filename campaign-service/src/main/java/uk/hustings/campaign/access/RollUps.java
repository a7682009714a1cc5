package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.contact.domain.Channel;
import uk.hustings.campaign.contact.domain.IsoWeek;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.contact.domain.WeekContacts;

/** The weekly roll-ups, read for many local parties at once. */
@ApplicationScoped
class RollUps {

    private static final String COLUMNS = Arrays.stream(Channel.values())
            .map(channel -> "w." + channel.code().replace('-', '_'))
            .collect(Collectors.joining(", "));

    /**
     * Weeks of these places.
     *
     * @param held whether until the transaction ends nobody may add to a week that is being weighed
     * @param monday from this week on; where a lock or a notice cites an earlier one, from that
     */
    Uni<Map<PartySeat, List<WeekContacts>>> of(
            Mutiny.StatelessSession session, Collection<PartySeat> places, boolean held, LocalDate monday) {
        return session.createNativeQuery("""
                        select w.local_party, w.seat_code, w.week_start, %s from contact_week w
                        where (w.local_party, w.seat_code) in (
                                select * from unnest(cast(:parties as text[]), cast(:seats as text[])))
                            and (w.week_start >= :monday or w.week_start >= (
                                select min(d.week_start) from access_decision d
                                where d.local_party = w.local_party and d.seat_code = w.seat_code
                                    and (exists (select 1 from access_lock l
                                             where l.decision_id = d.id and l.lifted_by is null)
                                         or exists (select 1 from access_respite r
                                             where (r.decision_id = d.id or r.opened = d.id) and r.ended_by is null))))
                        order by w.local_party, w.seat_code, w.week_start %s
                        """.formatted(COLUMNS, held ? "for update of w" : ""), Object[].class)
                .setParameter(
                        "parties", places.stream().map(PartySeat::localParty).toArray(String[]::new))
                .setParameter(
                        "seats",
                        places.stream().map(place -> place.seat().value()).toArray(String[]::new))
                .setParameter("monday", monday)
                .getResultList()
                .map(RollUps::byPlace);
    }

    /** All weeks of a time, of everybody. */
    Uni<Map<PartySeat, List<WeekContacts>>> between(Mutiny.StatelessSession session, IsoWeek first, IsoWeek last) {
        return session.createNativeQuery("""
                        select w.local_party, w.seat_code, w.week_start, %s from contact_week w
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
                        select w.local_party, w.seat_code from contact_week w where w.week_start = :monday
                            and %s >= :least and (:all or w.seat_code = any(cast(:seats as text[])))
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
                        select local_party, seat_code from access_respite where ended_by is null and until <= :now
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

    private static Map<PartySeat, List<WeekContacts>> byPlace(List<Object[]> rows) {
        Map<PartySeat, List<WeekContacts>> weeks = new LinkedHashMap<>();
        for (Object[] row : rows) {
            Map<Channel, Long> byChannel = new EnumMap<>(Channel.class);
            for (Channel channel : Channel.values()) {
                byChannel.put(channel, ((Number) row[3 + channel.ordinal()]).longValue());
            }
            weeks.computeIfAbsent(
                            new PartySeat((String) row[0], SeatCode.fromString((String) row[1])),
                            place -> new ArrayList<>())
                    .add(new WeekContacts(new IsoWeek((LocalDate) row[2]), byChannel));
        }
        return weeks;
    }
}
