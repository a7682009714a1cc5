package uk.hustings.seats.facts.domain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableList;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.hustings.api.id.SeatCode;
import uk.hustings.seats.election.domain.Contest;
import uk.hustings.seats.election.domain.Election;
import uk.hustings.seats.party.domain.Party;
import uk.hustings.seats.seat.domain.Border;
import uk.hustings.seats.seat.domain.HolderEvent;
import uk.hustings.seats.seat.domain.Overlap;
import uk.hustings.seats.seat.domain.Seat;
import uk.hustings.seats.seat.domain.SeatKey;

/** All facts as of one version. Immutable. */
public final class Facts {

    private final long version;
    private final Map<String, Party> parties;
    private final Map<SeatKey, Seat> seats;
    private final Map<String, Election> elections;
    private final List<Party> partiesByName;
    private final Map<String, List<Seat>> seatsOfSet;
    private final List<Election> electionsByDay;
    private final Map<SeatKey, List<Contest>> contestsOfSeat;
    private final Map<String, List<Contest>> contestsOfElection;
    private final Map<SeatKey, List<HolderEvent>> eventsOfSeat;
    private final Map<SeatKey, List<Border>> bordersOfSeat;
    private final Map<SeatKey, List<Overlap>> successors;
    private final Map<SeatKey, List<Overlap>> predecessors;
    private final BoundarySets boundarySets;
    private final Set<String> regions;
    private final Set<String> countries;
    private final LocalDate from;
    private final LocalDate to;

    /** @param version grows with every change; equal versions hold equal facts */
    public Facts(long version, Records records) {
        this.version = version;
        this.parties = byKey(records.parties(), Party::code);
        this.seats = byKey(records.seats(), Seat::key);
        this.elections = byKey(records.elections(), Election::id);
        this.partiesByName = sorted(records.parties(), Comparator.comparing(Party::name));
        this.seatsOfSet = sorted(records.seats(), Seat.BY_NAME).stream()
                .collect(groupingBy(Seat::boundarySet, toUnmodifiableList()));
        this.electionsByDay = sorted(
                records.elections(), Comparator.comparing(Election::pollingDay).thenComparing(Election::id));
        this.contestsOfSeat = sorted(records.contests(), Comparator.comparing(Contest::pollingDay)).stream()
                .collect(groupingBy(Contest::seat, toUnmodifiableList()));
        this.contestsOfElection = sorted(records.contests(), Comparator.comparing(this::seatOf, Seat.BY_NAME)).stream()
                .collect(groupingBy(Contest::electionId, toUnmodifiableList()));
        this.eventsOfSeat = sorted(records.holderEvents(), Comparator.comparing(HolderEvent::day)).stream()
                .collect(groupingBy(HolderEvent::seat, toUnmodifiableList()));
        this.bordersOfSeat = records.borders().stream()
                .flatMap(border -> border.seats().map(seat -> Map.entry(seat, border)))
                .collect(groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, toUnmodifiableList())));
        this.successors = records.overlaps().stream().collect(groupingBy(Overlap::from, toUnmodifiableList()));
        this.predecessors = records.overlaps().stream().collect(groupingBy(Overlap::to, toUnmodifiableList()));
        this.boundarySets = new BoundarySets(records.seats(), records.elections());
        this.regions = records.seats().stream().map(Seat::regionCode).collect(Collectors.toUnmodifiableSet());
        this.countries = records.seats().stream().map(Seat::country).collect(Collectors.toUnmodifiableSet());
        this.from = days(records).min(Comparator.naturalOrder()).orElse(null);
        this.to = days(records).max(Comparator.naturalOrder()).orElse(null);
    }

    private static Stream<LocalDate> days(Records records) {
        return Stream.concat(
                records.contests().stream().map(Contest::pollingDay),
                records.holderEvents().stream().map(HolderEvent::day));
    }

    public long version() {
        return version;
    }

    /** The first day of which anything is known; empty if nothing is. */
    public Optional<LocalDate> from() {
        return Optional.ofNullable(from);
    }

    /** The last day on which anything happened that is known; empty if nothing is. */
    public Optional<LocalDate> to() {
        return Optional.ofNullable(to);
    }

    /**
     * The last day of which anything is known of the seats of a boundary set, if a day is after it: the day on which the
     * set ended, or the last day of all facts.
     */
    public Optional<LocalDate> dataTo(String boundarySet, LocalDate day) {
        return boundarySet(boundarySet)
                .map(BoundarySet::inForceTo)
                .filter(day::isAfter)
                .or(() -> dataTo(day));
    }

    /** The last day of which anything is known, if a day is after it. */
    public Optional<LocalDate> dataTo(LocalDate day) {
        return to().filter(day::isAfter);
    }

    /** By name. */
    public List<Party> parties() {
        return partiesByName;
    }

    public Optional<Party> party(String code) {
        return Optional.ofNullable(parties.get(code));
    }

    /** In the order in which they came into force. */
    public List<BoundarySet> boundarySets() {
        return boundarySets.inOrder();
    }

    public Optional<BoundarySet> boundarySet(String code) {
        return boundarySets.find(code);
    }

    /** The set in force on a day; before any was, the first one. Empty if no seat is recorded. */
    public Optional<BoundarySet> boundarySetOn(LocalDate day) {
        return boundarySets.on(day);
    }

    /** How many are recorded, all sets together. */
    public int seatCount() {
        return seats.size();
    }

    /** The seats of a boundary set, by name; none for null. */
    public List<Seat> seats(String boundarySet) {
        return boundarySet == null ? List.of() : seatsOfSet.getOrDefault(boundarySet, List.of());
    }

    public Optional<Seat> seat(SeatKey key) {
        return Optional.ofNullable(seats.get(key));
    }

    /** Every seat that has this code, in the order of their boundary sets. */
    public List<Seat> seats(SeatCode code) {
        return boundarySets().stream()
                .map(set -> seats.get(new SeatKey(set.code(), code)))
                .filter(seat -> seat != null)
                .toList();
    }

    /** The seat of a result. */
    public Seat seatOf(Contest contest) {
        return seats.get(contest.seat());
    }

    /** GSS codes of all regions that have a seat. */
    public Set<String> regions() {
        return regions;
    }

    /** Names of all countries that have a seat. */
    public Set<String> countries() {
        return countries;
    }

    /** By polling day. */
    public List<Election> elections() {
        return electionsByDay;
    }

    public Optional<Election> election(String id) {
        return Optional.ofNullable(elections.get(id));
    }

    /** The election of a result. */
    public Election electionOf(Contest contest) {
        return elections.get(contest.electionId());
    }

    /** The results of an election, by name of the seat. */
    public List<Contest> contests(String electionId) {
        return contestsOfElection.getOrDefault(electionId, List.of());
    }

    /** The results of a seat, actual and notional, by polling day. */
    public List<Contest> contests(SeatKey seat) {
        return contestsOfSeat.getOrDefault(seat, List.of());
    }

    /** What changed a seat's holder between elections, by day. */
    public List<HolderEvent> holderEvents(SeatKey seat) {
        return eventsOfSeat.getOrDefault(seat, List.of());
    }

    public List<Border> borders(SeatKey seat) {
        return bordersOfSeat.getOrDefault(seat, List.of());
    }

    /** What became of a seat in other boundary sets. */
    public List<Overlap> successors(SeatKey seat) {
        return successors.getOrDefault(seat, List.of());
    }

    /** Of what a seat was made. */
    public List<Overlap> predecessors(SeatKey seat) {
        return predecessors.getOrDefault(seat, List.of());
    }

    /**
     * How a seat stands.
     *
     * @param asOf end of this day; a result counts from its polling day. After its boundary set has ended, a seat stands
     *     as it did on the set's last day.
     */
    public Standing standing(Seat seat, LocalDate asOf) {
        LocalDate end =
                boundarySet(seat.boundarySet()).map(BoundarySet::inForceTo).orElse(null);
        LocalDate day = end != null && asOf.isAfter(end) ? end : asOf;
        Contest latest = latest(seat, day, false);
        if (latest == null) {
            Contest notional = hasBegun(seat, day) ? null : latest(seat, day, true);
            return notional == null
                    ? new Standing(seat, null, null, null, null)
                    : new Standing(seat, notional, notional.winner(), notional.pollingDay(), Standing.By.NOTIONAL);
        }
        HolderEvent event = latestEvent(seat, day);
        if (event == null || !event.day().isAfter(latest.pollingDay())) {
            return new Standing(seat, latest, latest.winner(), latest.pollingDay(), Standing.By.ELECTION);
        }
        return new Standing(
                seat,
                latest,
                event.party(),
                event.day(),
                event.kind() == HolderEvent.Kind.VACANCY ? Standing.By.VACANCY : Standing.By.DEFECTION);
    }

    /** How every seat of a boundary set stands, by name. */
    public List<Standing> standings(String boundarySet, LocalDate asOf) {
        return seats(boundarySet).stream().map(seat -> standing(seat, asOf)).toList();
    }

    /** Whether the seat's boundaries are or were in force: from then on only votes cast in them tell who holds it. */
    private boolean hasBegun(Seat seat, LocalDate day) {
        LocalDate from =
                boundarySet(seat.boundarySet()).map(BoundarySet::inForceFrom).orElse(null);
        return from != null && !day.isBefore(from);
    }

    private Contest latest(Seat seat, LocalDate day, boolean notional) {
        Contest latest = null;
        for (Contest contest : contests(seat.key())) {
            if (!contest.pollingDay().isAfter(day) && electionOf(contest).isNotional() == notional) {
                latest = contest;
            }
        }
        return latest;
    }

    private HolderEvent latestEvent(Seat seat, LocalDate day) {
        HolderEvent latest = null;
        for (HolderEvent event : holderEvents(seat.key())) {
            if (!event.day().isAfter(day)) {
                latest = event;
            }
        }
        return latest;
    }

    private static <K, T> Map<K, T> byKey(Collection<T> items, Function<T, K> key) {
        return items.stream().collect(toUnmodifiableMap(key, Function.identity()));
    }

    private static <T> List<T> sorted(Collection<T> items, Comparator<T> order) {
        return items.stream().sorted(order).toList();
    }
}
