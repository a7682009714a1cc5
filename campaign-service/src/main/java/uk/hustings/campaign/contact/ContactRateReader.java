package uk.hustings.campaign.contact;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.contact.domain.ContactRates;
import uk.hustings.campaign.contact.domain.IsoWeek;
import uk.hustings.campaign.contact.domain.Tally;
import uk.hustings.campaign.localparty.LocalParties;
import uk.hustings.campaign.localparty.LocalParty;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.seatref.Standings.Standing;

/** Coverage and strike rates over the seats that a caller may read. */
@ApplicationScoped
class ContactRateReader {

    static final String SEAT = "seat";
    static final String LOCAL_PARTY = "local-party";
    static final String REGION = "region";
    static final String WEEK = "week";
    static final String PERIOD = "period";

    private static final String SUMS =
            Tally.COLUMNS.stream().map("sum(w.%s)"::formatted).collect(Collectors.joining(", "));

    /** @param monday null if the whole span is summed */
    private record Group(String key, LocalDate monday) implements Comparable<Group> {

        @Override
        public int compareTo(Group other) {
            int byKey = key.compareTo(other.key);
            return byKey != 0 || monday == null ? byKey : monday.compareTo(other.monday);
        }
    }

    /** @param covering what was done among the electors that the group is held against */
    private record Sums(Tally all, Tally covering) {}

    private final ContactRights rights;
    private final Seats seats;
    private final LocalParties parties;
    private final Mutiny.SessionFactory sessions;

    ContactRateReader(ContactRights rights, Seats seats, LocalParties parties, Mutiny.SessionFactory sessions) {
        this.rights = rights;
        this.seats = seats;
        this.parties = parties;
        this.sessions = sessions;
    }

    /** By key, and by week if it is to be by week. */
    Uni<List<ContactRateView>> rates(Caller caller, String by, String per, Span span) {
        Predicate<SeatCode> readable = rights.readable(caller);
        List<Standing> within = seats.all().stream()
                .filter(seat -> readable.test(seat.seatCode()))
                .toList();
        return sessions.withStatelessSession(session -> sums(session, within, by, per, span))
                .map(groups -> {
                    Map<String, Optional<Long>> electorates = groups.keySet().stream()
                            .map(Group::key)
                            .distinct()
                            .collect(Collectors.toMap(key -> key, key -> electorate(within, by, key)));
                    return groups.entrySet().stream()
                            .map(group -> view(
                                    by,
                                    group.getKey(),
                                    group.getValue(),
                                    electorates.get(group.getKey().key()).orElse(null)))
                            .toList();
                });
    }

    private static Uni<Map<Group, Sums>> sums(
            Mutiny.StatelessSession session, List<Standing> within, String by, String per, Span span) {
        String key = by.equals(LOCAL_PARTY) ? "w.local_party" : "k.key";
        String own = by.equals(LOCAL_PARTY) ? "coalesce(o.local_party = w.local_party, false)" : "true";
        String week = per.equals(WEEK) ? "w.week_start" : "cast(null as date)";
        return session.createNativeQuery("""
                        select %s, %s, %s, %s
                        from contact_week w
                        join unnest(cast(:seats as text[]), cast(:keys as text[])) as k (seat_code, key)
                          on k.seat_code = w.seat_code
                        left join local_party_seat o on o.seat_code = w.seat_code
                        where w.week_start between :from and :to
                        group by 1, 2, 3
                        """.formatted(key, week, own, SUMS), Object[].class)
                .setParameter(
                        "seats",
                        within.stream().map(seat -> seat.seatCode().value()).toArray(String[]::new))
                .setParameter(
                        "keys",
                        within.stream()
                                .map(seat -> by.equals(REGION)
                                        ? seat.regionCode()
                                        : seat.seatCode().value())
                                .toArray(String[]::new))
                .setParameter("from", span.from())
                .setParameter("to", span.to())
                .getResultList()
                .map(ContactRateReader::grouped);
    }

    private static Map<Group, Sums> grouped(List<Object[]> rows) {
        Map<Group, Sums> groups = new TreeMap<>();
        for (Object[] row : rows) {
            long[] sums = new long[Tally.COLUMNS.size()];
            for (int column = 0; column < sums.length; column++) {
                sums[column] = ((Number) row[3 + column]).longValue();
            }
            Sums group = groups.computeIfAbsent(
                    new Group((String) row[0], (LocalDate) row[1]), key -> new Sums(new Tally(), new Tally()));
            group.all().add(Tally.of(sums));
            if ((Boolean) row[2]) {
                group.covering().add(Tally.of(sums));
            }
        }
        return groups;
    }

    /** Of the seat; of the local party's own seats; of the region's seats. Empty if one of them is not known. */
    private Optional<Long> electorate(List<Standing> within, String by, String key) {
        List<Standing> among = within.stream()
                .filter(seat -> switch (by) {
                    case REGION -> key.equals(seat.regionCode());
                    case LOCAL_PARTY -> parties.owns(key, seat.seatCode());
                    default -> key.equals(seat.seatCode().value());
                })
                .toList();
        return among.isEmpty() || among.stream().anyMatch(seat -> seat.electorate() == null)
                ? Optional.empty()
                : Optional.of(among.stream().mapToLong(Standing::electorate).sum());
    }

    private ContactRateView view(String by, Group group, Sums sums, Long electorate) {
        String name =
                switch (by) {
                    case SEAT ->
                        seats.find(new SeatCode(group.key()))
                                .map(Standing::name)
                                .orElse(null);
                    case LOCAL_PARTY ->
                        parties.find(group.key()).map(LocalParty::name).orElse(null);
                    default -> null;
                };
        return ContactRateView.of(
                group.key(),
                name,
                group.monday() == null ? null : new IsoWeek(group.monday()),
                electorate,
                sums.all(),
                ContactRates.of(sums.all(), sums.covering(), electorate));
    }
}
