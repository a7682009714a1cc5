package uk.hustings.campaign.contact;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.sql.Sql;
import uk.hustings.campaign.contact.domain.Channel;
import uk.hustings.campaign.contact.domain.IsoWeek;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.contact.domain.PartyWeek;
import uk.hustings.campaign.contact.domain.Tally;
import uk.hustings.campaign.contact.domain.WeekContacts;

/** The weekly roll-ups of what each local party reported. */
@ApplicationScoped
public class ContactWeeks {

    private static final List<Channel> CHANNELS = List.of(Channel.values());

    /** Contacts by channel, which come first. */
    private static final List<String> CONTACTS = Tally.COLUMNS.subList(0, CHANNELS.size());

    /** Rows that go into one statement. */
    private static final int ROWS_AT_ONCE = 2000;

    /** A week of one local party in a seat. */
    record OfParty(String localParty, WeekContacts week) {}

    /**
     * Adds sums to weeks. The caller holds the locks of their places.
     *
     * @return the same weeks as they are now
     */
    Uni<SortedMap<PartyWeek, WeekContacts>> add(Mutiny.StatelessSession session, SortedMap<PartyWeek, Tally> sums) {
        return change(session, sums, ContactWeeks::adding);
    }

    /**
     * Puts other sums in the place of some that had been added.
     *
     * @return all weeks of both as they now stand
     */
    Uni<SortedMap<PartyWeek, WeekContacts>> replace(
            Mutiny.StatelessSession session, SortedMap<PartyWeek, Tally> before, SortedMap<PartyWeek, Tally> after) {
        SortedMap<PartyWeek, Tally> more = new TreeMap<>();
        SortedMap<PartyWeek, Tally> less = new TreeMap<>();
        Tally nothing = new Tally();
        before.forEach((week, sum) -> {
            Tally now = after.getOrDefault(week, nothing);
            more.put(week, now.beyond(sum));
            if (!sum.beyond(now).nothing()) {
                less.put(week, sum.beyond(now));
            }
        });
        after.forEach(more::putIfAbsent);
        // Adding comes first even where there is nothing to add: it takes the rows in their order, an update need not.
        return add(session, more)
                .chain(added -> change(session, less, ContactWeeks::taking).map(taken -> {
                    added.putAll(taken);
                    return added;
                }));
    }

    /**
     * The weeks of a seat, newest first, with whose they are.
     *
     * @param from first day; a week of which a part lies before it counts
     */
    Uni<List<OfParty>> ofSeat(Mutiny.StatelessSession session, SeatCode seat, LocalDate from, LocalDate to) {
        return session.createNativeQuery("""
                        select local_party, week_start, %s from contact_week
                        where seat_code = :seat and week_start between :first and :last
                        order by week_start desc, local_party
                        """.formatted(String.join(", ", CONTACTS)), Object[].class)
                .setParameter("seat", seat.value())
                .setParameter("first", IsoWeek.of(from).monday())
                .setParameter("last", to)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new OfParty((String) row[0], week(row, 1)))
                        .toList());
    }

    /** The weeks of every local party in some seats, oldest first. */
    Uni<SortedMap<PartySeat, List<WeekContacts>>> of(
            Mutiny.StatelessSession session, List<SeatCode> seats, LocalDate from, LocalDate to) {
        return session.createNativeQuery("""
                        select local_party, seat_code, week_start, %s from contact_week
                        where seat_code = any(cast(:seats as text[])) and week_start between :from and :to
                        order by week_start
                        """.formatted(String.join(", ", CONTACTS)), Object[].class)
                .setParameter("seats", seats.stream().map(SeatCode::value).toArray(String[]::new))
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList()
                .map(rows -> {
                    SortedMap<PartySeat, List<WeekContacts>> places = new TreeMap<>();
                    for (Object[] row : rows) {
                        places.computeIfAbsent(
                                        new PartySeat((String) row[0], new SeatCode((String) row[1])),
                                        place -> new ArrayList<>())
                                .add(week(row, 2));
                    }
                    return places;
                });
    }

    private static Uni<SortedMap<PartyWeek, WeekContacts>> change(
            Mutiny.StatelessSession session,
            SortedMap<PartyWeek, Tally> sums,
            Function<List<Integer>, String> statement) {
        SortedMap<PartyWeek, WeekContacts> changed = new TreeMap<>();
        return InChunks.of(
                        new ArrayList<>(sums.entrySet()), ROWS_AT_ONCE, chunk -> changeSome(session, chunk, statement)
                                .invoke(changed::putAll))
                .replaceWith(changed);
    }

    private static Uni<SortedMap<PartyWeek, WeekContacts>> changeSome(
            Mutiny.StatelessSession session,
            List<Map.Entry<PartyWeek, Tally>> sums,
            Function<List<Integer>, String> statement) {
        List<Integer> columns = changing(sums);
        List<Object> values = new ArrayList<>();
        values.add(cells(sums, e -> e.getKey().place().localParty(), String[]::new));
        values.add(cells(sums, e -> e.getKey().place().seat().value(), String[]::new));
        values.add(cells(sums, e -> e.getKey().week().monday(), LocalDate[]::new));
        columns.forEach(column -> values.add(cells(sums, e -> e.getValue().sum(column), Long[]::new)));
        return Sql.rows(session, statement.apply(columns), values.toArray()).map(rows -> {
            SortedMap<PartyWeek, WeekContacts> weeks = new TreeMap<>();
            for (Object[] row : rows) {
                WeekContacts week = week(row, 2);
                PartySeat place = new PartySeat((String) row[0], new SeatCode((String) row[1]));
                weeks.put(new PartyWeek(place, week.week()), week);
            }
            return weeks;
        });
    }

    /** A canvass by doorstep has nothing to say of the sums of leaflets: only what changes is named. */
    private static List<Integer> changing(List<Map.Entry<PartyWeek, Tally>> sums) {
        List<Integer> columns = IntStream.range(0, Tally.COLUMNS.size())
                .filter(column ->
                        sums.stream().anyMatch(entry -> entry.getValue().sum(column) != 0))
                .boxed()
                .toList();
        return columns.isEmpty() ? List.of(0) : columns;
    }

    private static String adding(List<Integer> columns) {
        return """
                insert into contact_week (local_party, seat_code, week_start, %s)
                select local_party, seat_code, week_start, %s from %s order by line
                on conflict (local_party, seat_code, week_start) do update set %s
                returning local_party, seat_code, week_start, %s
                """.formatted(
                        each(columns, "#"),
                        each(columns, "s.#"),
                        sums(columns),
                        each(columns, "# = contact_week.# + excluded.#"),
                        String.join(", ", CONTACTS));
    }

    private static String taking(List<Integer> columns) {
        return """
                update contact_week w set %s from %s
                where w.local_party = s.local_party and w.seat_code = s.seat_code and w.week_start = s.week_start
                returning w.local_party, w.seat_code, w.week_start, %s
                """.formatted(
                        each(columns, "# = w.# - s.#"),
                        sums(columns),
                        CONTACTS.stream().map("w."::concat).collect(Collectors.joining(", ")));
    }

    private static String sums(List<Integer> columns) {
        String values = IntStream.range(0, columns.size())
                .mapToObj(n -> "cast($" + (4 + n) + " as bigint[])")
                .collect(Collectors.joining(", "));
        return """
                unnest(cast($1 as text[]), cast($2 as text[]), cast($3 as date[]), %s) with ordinality
                    as s (local_party, seat_code, week_start, %s, line)""".formatted(values, each(columns, "#"));
    }

    /** @param pattern of what is said about a column, whose name is written as # */
    private static String each(List<Integer> columns, String pattern) {
        return columns.stream()
                .map(column -> pattern.replace("#", Tally.COLUMNS.get(column)))
                .collect(Collectors.joining(", "));
    }

    private static <V> V[] cells(
            List<Map.Entry<PartyWeek, Tally>> sums,
            Function<Map.Entry<PartyWeek, Tally>, V> cell,
            IntFunction<V[]> array) {
        return sums.stream().map(cell).toArray(array);
    }

    private static WeekContacts week(Object[] row, int first) {
        return new WeekContacts(
                new IsoWeek((LocalDate) row[first]),
                CHANNELS.stream().collect(Collectors.toMap(Function.identity(), channel -> ((Number)
                                row[first + 1 + channel.ordinal()])
                        .longValue())));
    }
}
