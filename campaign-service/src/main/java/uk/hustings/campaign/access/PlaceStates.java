package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.sql.Sql;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.contact.domain.PartySeat;

/**
 * What nearly every decision needs, in one statement: the time, the versions of the rules, who works where, and in which
 * places more has to be read because a lock, a suspension of the limit or carried counts exist there.
 */
@ApplicationScoped
class PlaceStates {

    private static final String STATES = """
            with given as (
                select party, seat from unnest(cast($1 as text[]), cast($2 as text[])) as given (party, seat)),
            place as (
                select party, seat from given
                union
                select c.counts_for, c.seat_code from carried_week c join given
                    on given.seat = c.seat_code and given.party = c.local_party
                where c.counts_for is not null)
            select clock_timestamp(), s.number, (select count(*) from policy_event),
                exists (select 1 from tombstone t
                    where t.subject = $3 and t.local_party = $4 and (t.ends_at is null or t.ends_at > now())),
                p.party, p.seat, o.local_party,
                exists (select 1 from current_twin t where t.local_party = p.party and t.seat_code = p.seat),
                exists (select 1 from access_lock l
                        where l.lifted_by is null and l.local_party = p.party and l.seat_code = p.seat)
                    or exists (select 1 from access_respite r left join access_decision e on e.id = r.ended_by
                        where r.local_party = p.party and r.seat_code = p.seat and %s)
                    or exists (select 1 from carried_week c
                        where c.seat_code = p.seat and p.party in (c.local_party, c.counts_for))
            from strategy_edition s
            left join place p on true
            left join local_party_seat o on o.seat_code = p.seat
            """.formatted(Respites.COUNTS);

    private final DomainClock clock;

    PlaceStates(DomainClock clock) {
        this.clock = clock;
    }

    /**
     * All of it as of one moment.
     *
     * @param now domain time by the clock of the database, which all replicas share
     * @param strategyEdition number of the newest state of the battleground classes
     * @param policyEvents how many there are
     * @param memberRemoved whether the caller was removed from its local party while its token is still valid
     * @param places those asked for, and those to which counts of theirs were carried
     * @param owners local party of each seat that has one
     * @param twinned places in which a twinning is in force
     * @param detailed places with a lock, a suspension of the limit, or carried counts
     */
    record States(
            Instant now,
            long strategyEdition,
            long policyEvents,
            boolean memberRemoved,
            Set<PartySeat> places,
            Map<SeatCode, String> owners,
            Set<PartySeat> twinned,
            Set<PartySeat> detailed) {}

    Uni<States> of(Mutiny.StatelessSession session, Collection<PartySeat> places) {
        return of(session, places, null, null);
    }

    /**
     * @param subject account of the caller; null if nobody's membership matters
     * @param localParty of which the caller's token says it is a member
     */
    Uni<States> of(Mutiny.StatelessSession session, Collection<PartySeat> places, String subject, String localParty) {
        return Sql.rows(
                        session,
                        STATES,
                        places.stream().map(PartySeat::localParty).toArray(String[]::new),
                        places.stream().map(place -> place.seat().value()).toArray(String[]::new),
                        subject,
                        localParty)
                .map(this::states);
    }

    private States states(List<Object[]> rows) {
        Set<PartySeat> places = new HashSet<>();
        Map<SeatCode, String> owners = new HashMap<>();
        Set<PartySeat> twinned = new HashSet<>();
        Set<PartySeat> detailed = new HashSet<>();
        for (Object[] row : rows) {
            if (row[4] == null) {
                continue;
            }
            PartySeat place = new PartySeat((String) row[4], SeatCode.fromString((String) row[5]));
            places.add(place);
            if (row[6] != null) {
                owners.put(place.seat(), (String) row[6]);
            }
            if ((Boolean) row[7]) {
                twinned.add(place);
            }
            if ((Boolean) row[8]) {
                detailed.add(place);
            }
        }
        Object[] any = rows.get(0);
        return new States(
                clock.at(Times.instant(any[0])),
                ((Number) any[1]).longValue(),
                ((Number) any[2]).longValue(),
                (Boolean) any[3],
                places,
                owners,
                twinned,
                detailed);
    }
}
