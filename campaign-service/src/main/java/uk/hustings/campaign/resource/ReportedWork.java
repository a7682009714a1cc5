package uk.hustings.campaign.resource;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.contact.domain.Channel;
import uk.hustings.campaign.contact.domain.IsoWeek;
import uk.hustings.campaign.resource.domain.WorkInSeat;

/** What local parties reported of their work: contacts by seat and week, and hours as donors. */
@ApplicationScoped
class ReportedWork {

    /** A local party in one week. */
    record PartyWeek(String localParty, IsoWeek week) {}

    /** In the order of the columns of {@link #WORK}. */
    private static final List<Channel> CHANNELS =
            List.of(Channel.DOORSTEP, Channel.PHONE, Channel.LEAFLET, Channel.DIRECT_MAIL);

    /**
     * A seat is worked as a donor if hours are reported for it, or if the local party accepted a twinning with it and does not own
     * it.
     */
    private static final String WORK = """
            with wanted as materialized (
                select p.id from local_party p where %s),
            reported as (
                select t.donor as local_party, t.target as seat_code,
                    cast(date_trunc('week', cast(h.day as timestamp)) as date) as week_start, sum(h.hours) as hours
                from twinning_hours h
                join twinning t on t.id = h.twinning_id
                where h.day between :monday and :sunday and t.donor in (select id from wanted)
                    and not exists (select 1 from twinning_hours_withdrawal w where w.report_id = h.id)
                group by 1, 2, 3),
            counted as (
                select c.local_party, c.seat_code, c.week_start, c.doorstep, c.phone, c.leaflet, c.direct_mail
                from contact_week c
                where c.week_start between :monday and :sunday and c.local_party in (select id from wanted))
            select local_party, seat_code, week_start, r.hours,
                r.hours is not null or (
                    not exists (
                        select 1 from local_party_seat o
                        where o.seat_code = w.seat_code and o.local_party = w.local_party)
                    and exists (
                        select 1 from twinning t
                        join twinning_event e on e.twinning_id = t.id and e.status = 'accepted'
                        where t.donor = w.local_party and t.target = w.seat_code)) as twinned,
                coalesce(c.doorstep, 0), coalesce(c.phone, 0), coalesce(c.leaflet, 0), coalesce(c.direct_mail, 0)
            from (select local_party, seat_code, week_start from reported
                  union select local_party, seat_code, week_start from counted) w
            left join reported r using (local_party, seat_code, week_start)
            left join counted c using (local_party, seat_code, week_start)
            order by local_party, week_start, seat_code
            """;

    /** Seats in order of their codes. A local party that reported nothing in a week is left out. */
    Uni<Map<PartyWeek, List<WorkInSeat>>> of(
            Mutiny.StatelessSession session, ResourceFilter filter, ResourceRights.Sight sight) {
        Map<String, Object> values = new HashMap<>();
        List<String> conditions = new ArrayList<>();
        conditions.add(filter.wantsLocalParties() && reachesAny(sight) ? "true" : "false");
        and(conditions, values, "p.id = :holder", "holder", filter.holder());
        and(conditions, values, "p.region = :region", "region", filter.region());
        and(conditions, values, "p.region = :sightRegion", "sightRegion", sight.region());
        and(conditions, values, "p.id = :sightParty", "sightParty", sight.localParty());
        Mutiny.SelectionQuery<Object[]> query = session.createNativeQuery(
                        WORK.formatted(String.join(" and ", conditions)), Object[].class)
                .setParameter("monday", filter.first().monday())
                .setParameter("sunday", filter.last().monday().plusDays(6));
        values.forEach(query::setParameter);
        return query.getResultList().map(rows -> {
            Map<PartyWeek, List<WorkInSeat>> work = new HashMap<>();
            for (Object[] row : rows) {
                work.computeIfAbsent(
                                new PartyWeek((String) row[0], new IsoWeek(StatementCells.day(row[2]))),
                                first -> new ArrayList<>())
                        .add(work(row));
            }
            return work;
        });
    }

    private static boolean reachesAny(ResourceRights.Sight sight) {
        return sight.all() || sight.region() != null || sight.localParty() != null;
    }

    private static void and(
            List<String> conditions, Map<String, Object> values, String condition, String name, Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    private static WorkInSeat work(Object[] row) {
        Map<Channel, Long> contacts = new EnumMap<>(Channel.class);
        for (int column = 0; column < CHANNELS.size(); column++) {
            contacts.put(CHANNELS.get(column), ((Number) row[5 + column]).longValue());
        }
        return new WorkInSeat(
                new SeatCode((String) row[1]), (Boolean) row[4], contacts, StatementCells.decimal(row[3]));
    }
}
