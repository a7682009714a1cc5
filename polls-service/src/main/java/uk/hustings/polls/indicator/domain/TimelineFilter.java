package uk.hustings.polls.indicator.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import uk.hustings.polls.poll.domain.Area;
import uk.hustings.polls.poll.domain.Geography;
import uk.hustings.polls.seatref.domain.Seat;
import uk.hustings.polls.seatref.domain.SeatBook;

/**
 * Which evidence is meant; null stands for any.
 *
 * @param region code of a region; its own evidence and that of its seats
 * @param contest see {@link ContestScope}
 * @param from what is of no known day is left out
 * @param to what is of no known day is left out
 * @param asOf the last day of what is known; what is of no known day belongs to every day. Never null
 */
public record TimelineFilter(
        Area seat, String region, String contest, String kind, LocalDate from, LocalDate to, LocalDate asOf) {

    /** What is meant of some evidence, oldest first, what is of no known day last. */
    public List<Entry> timeline(Stream<Entry> evidence, SeatBook seats) {
        ContestScope scope = contest == null ? null : ContestScope.of(contest, seats);
        return evidence.filter(entry -> kind == null || kind.equals(entry.kind()))
                .filter(this::isOfTheTime)
                .filter(entry -> isOfThePlace(entry.area(), seats))
                .filter(entry -> scope == null || scope.covers(entry))
                .sorted(Entry.OLDEST_FIRST)
                .toList();
    }

    private boolean isOfTheTime(Entry entry) {
        LocalDate day = entry.day();
        if (day == null) {
            return from == null && to == null;
        }
        return !day.isAfter(asOf) && (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    private boolean isOfThePlace(Area area, SeatBook seats) {
        return (seat == null || seat.equals(area)) && (region == null || region.equals(regionOf(area, seats)));
    }

    /** GSS code; null for GB and the UK. */
    private static String regionOf(Area area, SeatBook seats) {
        return area.geography() == Geography.REGION
                ? area.code()
                : area.seatCode()
                        .flatMap(code -> seats.find(area.boundarySet(), code))
                        .map(Seat::regionCode)
                        .orElse(null);
    }
}
