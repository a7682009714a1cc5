package uk.hustings.campaign.contact;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.contact.domain.Channel;
import uk.hustings.campaign.contact.domain.IsoWeek;
import uk.hustings.campaign.contact.domain.WeekContacts;

/** The weekly roll-ups. To change a week is to hold its row until the transaction ends. */
@ApplicationScoped
public class ContactWeeks {

    private static final List<Channel> CHANNELS = List.of(Channel.values());
    private static final String COLUMNS = each("%s", ", ");

    private static final String ADD =
            """
            insert into contact_week (local_party, seat_code, week_start, %s) values (:party, :seat, :week, %s)
            on conflict (local_party, seat_code, week_start) do update set %s
            returning week_start, %s
            """.formatted(COLUMNS, each(":%s", ", "), each("%1$s = contact_week.%1$s + excluded.%1$s", ", "), COLUMNS);

    private static final String TAKE = """
            update contact_week set %s
            where local_party = :party and seat_code = :seat and week_start = :week
            returning week_start, %s
            """.formatted(each("%1$s = %1$s - :%1$s", ", "), COLUMNS);

    /** A week of one local party in a seat. */
    record OfParty(String localParty, WeekContacts week) {}

    /**
     * Adds contacts to weeks, in the order of the weeks so that two batches cannot wait for each other.
     *
     * @return the same weeks as they now stand
     */
    Uni<List<WeekContacts>> add(
            Mutiny.StatelessSession session,
            String localParty,
            SeatCode seat,
            SortedMap<IsoWeek, Map<Channel, Long>> contacts) {
        return change(session, ADD, localParty, seat, contacts);
    }

    /** Takes contacts away again that had been added. */
    Uni<List<WeekContacts>> take(
            Mutiny.StatelessSession session,
            String localParty,
            SeatCode seat,
            SortedMap<IsoWeek, Map<Channel, Long>> contacts) {
        return change(session, TAKE, localParty, seat, contacts);
    }

    /** The weeks of a local party in a seat from a given one on, oldest first. */
    public Uni<List<WeekContacts>> since(
            Mutiny.StatelessSession session, String localParty, SeatCode seat, IsoWeek first) {
        return session.createNativeQuery("""
                        select week_start, %s from contact_week
                        where local_party = :party and seat_code = :seat and week_start >= :first
                        order by week_start
                        """.formatted(COLUMNS), Object[].class)
                .setParameter("party", localParty)
                .setParameter("seat", seat.value())
                .setParameter("first", first.monday())
                .getResultList()
                .map(rows -> rows.stream().map(row -> week(row, 0)).toList());
    }

    /** All weeks of a seat, newest first, with whose they are. */
    Uni<List<OfParty>> ofSeat(Mutiny.StatelessSession session, SeatCode seat) {
        return session.createNativeQuery("""
                        select local_party, week_start, %s from contact_week
                        where seat_code = :seat order by week_start desc, local_party
                        """.formatted(COLUMNS), Object[].class)
                .setParameter("seat", seat.value())
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new OfParty((String) row[0], week(row, 1)))
                        .toList());
    }

    private static Uni<List<WeekContacts>> change(
            Mutiny.StatelessSession session,
            String statement,
            String localParty,
            SeatCode seat,
            SortedMap<IsoWeek, Map<Channel, Long>> contacts) {
        return Multi.createFrom()
                .iterable(contacts.entrySet())
                .onItem()
                .transformToUniAndConcatenate(entry -> {
                    Mutiny.SelectionQuery<Object[]> query = session.createNativeQuery(statement, Object[].class)
                            .setParameter("party", localParty)
                            .setParameter("seat", seat.value())
                            .setParameter("week", entry.getKey().monday());
                    CHANNELS.forEach(channel ->
                            query.setParameter(column(channel), entry.getValue().getOrDefault(channel, 0L)));
                    return query.getSingleResult();
                })
                .map(row -> week(row, 0))
                .collect()
                .asList();
    }

    private static WeekContacts week(Object[] row, int first) {
        Map<Channel, Long> byChannel = new EnumMap<>(Channel.class);
        for (Channel channel : CHANNELS) {
            byChannel.put(channel, ((Number) row[first + 1 + channel.ordinal()]).longValue());
        }
        return new WeekContacts(new IsoWeek((LocalDate) row[first]), byChannel);
    }

    private static String column(Channel channel) {
        return channel.code().replace('-', '_');
    }

    private static String each(String pattern, String separator) {
        return Arrays.stream(Channel.values())
                .map(channel -> pattern.formatted(column(channel)))
                .collect(Collectors.joining(separator));
    }
}
