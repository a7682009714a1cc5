package uk.hustings.polls.seatref.domain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableList;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import uk.hustings.api.id.SeatCode;

/** The seats of all boundary sets and how they voted, as of one moment. Immutable; equal books list equally. */
public final class SeatBook {

    private static final Comparator<BoundarySet> IN_ORDER = Comparator.comparing(
                    BoundarySet::from, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(BoundarySet::code);

    private final List<BoundarySet> boundarySets;
    private final Map<String, Party> parties;
    private final Map<String, Election> elections;
    private final Map<String, List<Seat>> seatsOfSet;
    private final Map<String, Map<SeatCode, Seat>> seats;

    /** @throws IllegalStateException if two seats of a set have the same code, or two elections the same id */
    public SeatBook(
            Collection<BoundarySet> boundarySets,
            Collection<Party> parties,
            Collection<Election> elections,
            Collection<Seat> seats) {
        this.boundarySets = boundarySets.stream().sorted(IN_ORDER).toList();
        this.parties = byKey(parties.stream().sorted(Comparator.comparing(Party::code)), Party::code);
        this.elections = byKey(
                elections.stream()
                        .sorted(Comparator.comparing(Election::pollingDay).thenComparing(Election::id)),
                Election::id);
        this.seatsOfSet = seats.stream()
                .sorted(Comparator.comparing(Seat::code))
                .collect(groupingBy(Seat::boundarySet, toUnmodifiableList()));
        this.seats = seatsOfSet.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, set -> byKey(set.getValue().stream(), Seat::code)));
    }

    /** In the order in which they came into force; those that did not yet come last. */
    public List<BoundarySet> boundarySets() {
        return boundarySets;
    }

    /** Their codes, in the same order. */
    public List<String> boundarySetCodes() {
        return boundarySets.stream().map(BoundarySet::code).toList();
    }

    /** The set in force on a day; before any was, the first one. Empty if there is no seat at all. */
    public Optional<BoundarySet> setOn(LocalDate day) {
        return boundarySets.stream()
                .filter(set -> set.isInForceOn(day))
                .findFirst()
                .or(() -> boundarySets.stream().findFirst());
    }

    /** The seats of a boundary set in order of code; none for a set that is not known. */
    public List<Seat> seats(String boundarySet) {
        return seatsOfSet.getOrDefault(boundarySet, List.of());
    }

    public Optional<Seat> find(String boundarySet, SeatCode code) {
        return Optional.ofNullable(seats.getOrDefault(boundarySet, Map.of()).get(code));
    }

    /**
     * The seat that a code means on a day: the one of the boundary set in force, or else of the only set that has the
     * code.
     */
    public Optional<Seat> find(SeatCode code, LocalDate day) {
        return setOn(day).flatMap(set -> find(set.code(), code)).or(() -> {
            List<Seat> called = withCode(code).toList();
            return called.size() == 1 ? Optional.of(called.get(0)) : Optional.empty();
        });
    }

    /** Codes of a region's seats in order; none for a set or region that is not known. */
    public List<SeatCode> codesOfRegion(String boundarySet, String regionCode) {
        return seats(boundarySet).stream()
                .filter(seat -> seat.regionCode().equals(regionCode))
                .map(Seat::code)
                .toList();
    }

    /** Whether any boundary set has seats in a region. */
    public boolean hasRegion(String regionCode) {
        return boundarySets.stream()
                .anyMatch(set -> !codesOfRegion(set.code(), regionCode).isEmpty());
    }

    /**
     * GSS code of the region of the seats that have this code, of whatever set; empty if there is none, or if sets
     * should put them into different regions: then nobody's reach over one may give the other.
     */
    public Optional<String> regionOf(SeatCode code) {
        List<String> regions = withCode(code).map(Seat::regionCode).distinct().toList();
        return regions.size() == 1 ? Optional.of(regions.get(0)) : Optional.empty();
    }

    /** In order of code. */
    public List<Party> parties() {
        return List.copyOf(parties.values());
    }

    public Optional<Party> party(String code) {
        return Optional.ofNullable(parties.get(code));
    }

    /** Whether a party is another one, or has come out of it, through whatever parties between. */
    public boolean continues(String partyNow, String partyThen) {
        Set<String> seen = new HashSet<>();
        Deque<String> line = new ArrayDeque<>(List.of(partyNow));
        while (!line.isEmpty()) {
            String party = line.pop();
            if (party.equals(partyThen)) {
                return true;
            }
            if (seen.add(party)) {
                party(party).ifPresent(known -> line.addAll(known.lineage()));
            }
        }
        return false;
    }

    /** By polling day. */
    public List<Election> elections() {
        return List.copyOf(elections.values());
    }

    public Optional<Election> election(String id) {
        return Optional.ofNullable(elections.get(id));
    }

    /** The general elections on a boundary set by polling day, notional ones among them. */
    public List<Election> generalElections(String boundarySet) {
        return elections.values().stream()
                .filter(election ->
                        election.isGeneral() && election.boundarySet().equals(boundarySet))
                .toList();
    }

    /**
     * What a general election on a day is compared with: the latest held on the same boundaries before, or else the
     * latest notional one. Empty if neither is known.
     */
    public Optional<Election> baselineElection(String boundarySet, LocalDate day) {
        List<Election> before = generalElections(boundarySet).stream()
                .filter(election -> election.pollingDay().isBefore(day))
                .toList();
        return last(before, election -> !election.isNotional()).or(() -> last(before, Election::isNotional));
    }

    /** The seat's result in the election that a general election on a day is compared with. */
    public Optional<Contest> baseline(Seat seat, LocalDate day) {
        return baselineElection(seat.boundarySet(), day).flatMap(election -> seat.contestOf(election.id()));
    }

    /** All seats of Great Britain together. Empty if the election is not known, or no seat there has a result. */
    public Optional<AreaResult> resultOfGreatBritain(String electionId) {
        return result(electionId, Seat::isInGreatBritain);
    }

    /**
     * All seats of a country together. Empty if the election is not known, or no seat there has a result.
     *
     * @param country by name, for example {@code Scotland}
     */
    public Optional<AreaResult> resultOfCountry(String electionId, String country) {
        return result(electionId, seat -> seat.country().equals(country));
    }

    /** All seats of a region together. Empty if the election is not known, or no seat there has a result. */
    public Optional<AreaResult> resultOfRegion(String electionId, String regionCode) {
        return result(electionId, seat -> seat.regionCode().equals(regionCode));
    }

    private Optional<AreaResult> result(String electionId, Predicate<Seat> area) {
        return election(electionId)
                .map(election -> seats(election.boundarySet()).stream()
                        .filter(area)
                        .flatMap(seat -> seat.contestOf(electionId).stream())
                        .toList())
                .filter(contests -> !contests.isEmpty())
                .map(contests -> AreaResult.of(electionId, contests));
    }

    private Stream<Seat> withCode(SeatCode code) {
        return boundarySets.stream().flatMap(set -> find(set.code(), code).stream());
    }

    private static Optional<Election> last(List<Election> elections, Predicate<Election> kind) {
        return elections.stream().filter(kind).reduce((earlier, later) -> later);
    }

    private static <K, T> Map<K, T> byKey(Stream<T> items, Function<T, K> key) {
        return items.collect(toMap(
                key,
                Function.identity(),
                (one, other) -> {
                    throw new IllegalStateException("twice: " + key.apply(one));
                },
                LinkedHashMap::new));
    }
}
