package uk.hustings.seats.facts.domain;

import static java.util.stream.Collectors.groupingBy;
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
import uk.hustings.api.id.SeatCode;
import uk.hustings.seats.election.domain.Contest;
import uk.hustings.seats.election.domain.Election;
import uk.hustings.seats.party.domain.Party;
import uk.hustings.seats.seat.domain.Seat;

/** All facts as of one version. Immutable. */
public final class Facts {

    private final long version;
    private final Map<String, Party> parties;
    private final Map<SeatCode, Seat> seats;
    private final Map<String, Election> elections;
    private final List<Party> partiesByName;
    private final List<Seat> seatsByName;
    private final List<Election> electionsByDay;
    private final Map<SeatCode, List<Contest>> contestsOfSeat;
    private final Map<String, List<Contest>> contestsOfElection;
    private final Set<String> regions;

    /** @param version grows with every change; equal versions hold equal facts */
    public Facts(
            long version,
            Collection<Party> parties,
            Collection<Seat> seats,
            Collection<Election> elections,
            Collection<Contest> contests) {
        this.version = version;
        this.parties = parties.stream().collect(toUnmodifiableMap(Party::code, Function.identity()));
        this.seats = seats.stream().collect(toUnmodifiableMap(Seat::code, Function.identity()));
        this.elections = elections.stream().collect(toUnmodifiableMap(Election::id, Function.identity()));
        this.partiesByName =
                parties.stream().sorted(Comparator.comparing(Party::name)).toList();
        this.seatsByName = seats.stream().sorted(Seat.BY_NAME).toList();
        this.electionsByDay = elections.stream()
                .sorted(Comparator.comparing(Election::pollingDay).thenComparing(Election::id))
                .toList();
        this.contestsOfSeat = contests.stream()
                .sorted(Comparator.comparing(Contest::pollingDay))
                .collect(groupingBy(Contest::seatCode));
        this.contestsOfElection = contests.stream()
                .sorted(Comparator.comparing((Contest contest) -> this.seats.get(contest.seatCode()), Seat.BY_NAME))
                .collect(groupingBy(Contest::electionId));
        this.regions = seats.stream().map(Seat::regionCode).collect(Collectors.toUnmodifiableSet());
    }

    public long version() {
        return version;
    }

    /** By name. */
    public List<Party> parties() {
        return partiesByName;
    }

    public Optional<Party> party(String code) {
        return Optional.ofNullable(parties.get(code));
    }

    /** By name. */
    public List<Seat> seats() {
        return seatsByName;
    }

    public Optional<Seat> seat(SeatCode code) {
        return Optional.ofNullable(seats.get(code));
    }

    /** The seat of a result. */
    public Seat seatOf(Contest contest) {
        return seats.get(contest.seatCode());
    }

    /** GSS codes of all regions that have a seat. */
    public Set<String> regions() {
        return regions;
    }

    /** By polling day. */
    public List<Election> elections() {
        return electionsByDay;
    }

    public Optional<Election> election(String id) {
        return Optional.ofNullable(elections.get(id));
    }

    /** The results of an election, by name of the seat. */
    public List<Contest> contests(String electionId) {
        return contestsOfElection.getOrDefault(electionId, List.of());
    }

    /** The results of a seat, by polling day. */
    public List<Contest> contests(SeatCode seat) {
        return contestsOfSeat.getOrDefault(seat, List.of());
    }

    /**
     * How a seat stands.
     *
     * @param asOf end of this day; a result counts from its polling day
     */
    public Standing standing(Seat seat, LocalDate asOf) {
        Contest latest = null;
        for (Contest contest : contests(seat.code())) {
            if (!contest.pollingDay().isAfter(asOf)) {
                latest = contest;
            }
        }
        return new Standing(seat, latest);
    }

    /** How every seat stands, by name. */
    public List<Standing> standings(LocalDate asOf) {
        return seatsByName.stream().map(seat -> standing(seat, asOf)).toList();
    }
}
