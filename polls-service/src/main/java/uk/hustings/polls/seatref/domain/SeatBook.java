package uk.hustings.polls.seatref.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.hustings.api.id.SeatCode;

/** All seats by code. Immutable. */
public record SeatBook(Map<SeatCode, Seat> seats) {

    /** @throws IllegalStateException if two seats have the same code */
    public static SeatBook of(Collection<Seat> seats) {
        return new SeatBook(seats.stream().collect(Collectors.toUnmodifiableMap(Seat::code, Function.identity())));
    }

    public int size() {
        return seats.size();
    }

    public Optional<Seat> find(SeatCode code) {
        return Optional.ofNullable(seats.get(code));
    }

    /** Codes in order, so that equal books list equally. */
    public List<SeatCode> codes() {
        return seats.keySet().stream().sorted().toList();
    }

    /** Codes of a region's seats in order; none for a region that is not known. */
    public List<SeatCode> codesOfRegion(String regionCode) {
        return seats.values().stream()
                .filter(seat -> seat.regionCode().equals(regionCode))
                .map(Seat::code)
                .sorted()
                .toList();
    }
}
