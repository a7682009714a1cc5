package uk.hustings.campaign.contact;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.contact.domain.Channel;
import uk.hustings.campaign.contact.domain.ContactFlag;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.contact.domain.PhantomChecks;
import uk.hustings.campaign.contact.domain.PhantomRules;
import uk.hustings.campaign.contact.domain.WeekContacts;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.seatref.Standings.Standing;

/** Finds counts that look wrong in what stands recorded: whoever mends a count clears its flags with it. */
@ApplicationScoped
class ContactFlagReader {

    /** Weeks before a span that may be history of its first. */
    private static final int WEEKS_BEFORE = 26;

    /** Batches that are named with a flag. */
    private static final int MOST_BATCHES = 20;

    private static final Comparator<ContactFlag> ORDER = Comparator.comparing(ContactFlag::to)
            .reversed()
            .thenComparing(ContactFlag::seat)
            .thenComparing(flag -> flag.localParty() == null ? "" : flag.localParty())
            .thenComparing(ContactFlag::kind)
            .thenComparing(ContactFlag::from)
            .thenComparing(flag -> flag.channel() == null ? "" : flag.channel().code());

    /** Contacts by one channel. */
    private record Series(PartySeat place, Channel channel) {}

    private final ContactWeeks weeks;
    private final Seats seats;
    private final PhantomRules rules;

    ContactFlagReader(ContactWeeks weeks, Seats seats, ContactCheckConfig config) {
        this.weeks = weeks;
        this.seats = seats;
        this.rules = config.rules();
    }

    /** All flags of the seats, the latest first. */
    Uni<List<ContactFlag>> flags(Mutiny.StatelessSession session, List<SeatCode> within, Span span) {
        return weeks.of(session, within, span.from().minusWeeks(WEEKS_BEFORE), span.to())
                .chain(byPlace -> sameDays(session, within, span).map(series -> {
                    List<ContactFlag> flags = new ArrayList<>(ofWeeks(byPlace, span));
                    series.forEach((of, days) ->
                            flags.addAll(PhantomChecks.sameNumbers(of.place(), of.channel(), days, rules)));
                    flags.sort(ORDER);
                    return flags;
                }));
    }

    private List<ContactFlag> ofWeeks(SortedMap<PartySeat, List<WeekContacts>> byPlace, Span span) {
        List<ContactFlag> flags = new ArrayList<>();
        Map<SeatCode, List<WeekContacts>> ofSeats = new TreeMap<>();
        byPlace.forEach((place, all) -> {
            List<WeekContacts> within = all.stream()
                    .filter(week -> !week.week().monday().isBefore(span.from()))
                    .toList();
            flags.addAll(PhantomChecks.largeWeeks(place, electorate(place.seat()), within, rules));
            flags.addAll(PhantomChecks.jumps(place, all, span.from(), rules));
            ofSeats.computeIfAbsent(place.seat(), seat -> new ArrayList<>()).addAll(within);
        });
        ofSeats.forEach(
                (seat, of) -> flags.addAll(PhantomChecks.electors(seat, electorate(seat), of, span.from(), span.to())));
        return flags;
    }

    private Integer electorate(SeatCode seat) {
        return seats.find(seat).map(Standing::electorate).orElse(null);
    }

    /** Days of those series alone in which a count comes back often enough. */
    private Uni<Map<Series, SortedMap<LocalDate, Long>>> sameDays(
            Mutiny.StatelessSession session, List<SeatCode> within, Span span) {
        return session.createNativeQuery("""
                        with days as (
                            select local_party, seat_code, channel, day, sum(contacts) as contacts from current_count
                            where day between :from and :to and seat_code = any(cast(:seats as text[]))
                            group by local_party, seat_code, channel, day),
                        again as (
                            select distinct local_party, seat_code, channel from days where contacts >= :least
                            group by local_party, seat_code, channel, contacts having count(*) >= :days)
                        select d.local_party, d.seat_code, d.channel, d.day, d.contacts
                        from days d join again a using (local_party, seat_code, channel)
                        order by 1, 2, 3, 4
                        """, Object[].class)
                .setParameter("from", span.from())
                .setParameter("to", span.to())
                .setParameter("seats", within.stream().map(SeatCode::value).toArray(String[]::new))
                .setParameter("least", rules.sameAtLeast())
                .setParameter("days", rules.sameDays())
                .getResultList()
                .map(rows -> {
                    Map<Series, SortedMap<LocalDate, Long>> series = new HashMap<>();
                    for (Object[] row : rows) {
                        PartySeat place = new PartySeat((String) row[0], new SeatCode((String) row[1]));
                        Channel channel = Channel.fromCode((String) row[2]).orElseThrow();
                        series.computeIfAbsent(new Series(place, channel), of -> new TreeMap<>())
                                .put((LocalDate) row[3], ((Number) row[4]).longValue());
                    }
                    return series;
                });
    }

    /** Batches that flags rest on, the newest twenty of each. */
    Uni<Map<ContactFlag, List<UUID>>> batches(Mutiny.StatelessSession session, List<ContactFlag> flags) {
        if (flags.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createNativeQuery("""
                        select f.line, b.batch_id
                        from unnest(cast(:seats as text[]), cast(:parties as text[]), cast(:firsts as date[]),
                                    cast(:lasts as date[]), cast(:channels as text[])) with ordinality
                             as f (seat_code, local_party, first_day, last_day, channel, line)
                        cross join lateral (
                            select distinct c.batch_id from current_count c
                            where c.seat_code = f.seat_code and c.day between f.first_day and f.last_day
                              and (f.local_party = '' or c.local_party = f.local_party)
                              and (f.channel = '' or c.channel = f.channel)
                            order by c.batch_id desc limit :most) b
                        """, Object[].class)
                .setParameter("seats", texts(flags, flag -> flag.seat().value()))
                .setParameter("parties", texts(flags, flag -> flag.localParty() == null ? "" : flag.localParty()))
                .setParameter("firsts", flags.stream().map(ContactFlag::from).toArray(LocalDate[]::new))
                .setParameter("lasts", flags.stream().map(ContactFlag::to).toArray(LocalDate[]::new))
                .setParameter(
                        "channels",
                        texts(
                                flags,
                                flag -> flag.channel() == null
                                        ? ""
                                        : flag.channel().code()))
                .setParameter("most", MOST_BATCHES)
                .getResultList()
                .map(rows -> {
                    Map<ContactFlag, List<UUID>> batches = new HashMap<>();
                    for (Object[] row : rows) {
                        ContactFlag flag = flags.get(((Number) row[0]).intValue() - 1);
                        batches.computeIfAbsent(flag, of -> new ArrayList<>()).add((UUID) row[1]);
                    }
                    return batches;
                });
    }

    private static String[] texts(List<ContactFlag> flags, Function<ContactFlag, String> text) {
        return flags.stream().map(text).toArray(String[]::new);
    }
}
