package uk.hustings.polls.indicator.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.hustings.polls.poll.domain.Area;
import uk.hustings.polls.seatref.domain.Election;
import uk.hustings.polls.seatref.domain.SeatBook;

/**
 * What evidence belongs to a contest: all that says so. To an election belongs, too, what voters say without naming any
 * contest, from the day after the general election before to the polling day; to a by-election only that of its seat.
 */
public final class ContestScope {

    private final String contest;
    private final Election election;
    private final LocalDate electionBefore;
    private final Set<Area> seats;

    private ContestScope(String contest, Election election, LocalDate electionBefore, Set<Area> seats) {
        this.contest = contest;
        this.election = election;
        this.electionBefore = electionBefore;
        this.seats = seats;
    }

    /** @param contest id of an election that is known, or the code of any other contest */
    public static ContestScope of(String contest, SeatBook book) {
        Election election =
                book.election(contest).filter(known -> !known.isNotional()).orElse(null);
        if (election == null) {
            return new ContestScope(contest, null, null, Set.of());
        }
        Optional<Election> before = book.elections().stream()
                .filter(other -> other.isGeneral()
                        && !other.isNotional()
                        && other.pollingDay().isBefore(election.pollingDay()))
                .reduce((earlier, later) -> later);
        return new ContestScope(
                contest,
                election,
                before.map(Election::pollingDay).orElse(LocalDate.MIN),
                election.isGeneral() ? Set.of() : seatsOf(election, book));
    }

    public boolean covers(Entry entry) {
        if (contest.equals(entry.contest())) {
            return true;
        }
        return election != null
                && entry.contest() == null
                && !entry.isOfAParty()
                && isOfItsTime(entry.day())
                && (election.isGeneral() || seats.contains(entry.area()));
    }

    private boolean isOfItsTime(LocalDate day) {
        return day != null && day.isAfter(electionBefore) && !day.isAfter(election.pollingDay());
    }

    private static Set<Area> seatsOf(Election election, SeatBook book) {
        return book.seats(election.boundarySet()).stream()
                .filter(seat -> seat.contestOf(election.id()).isPresent())
                .map(seat -> Area.seat(seat.boundarySet(), seat.code()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
