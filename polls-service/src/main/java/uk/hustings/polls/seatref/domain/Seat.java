package uk.hustings.polls.seatref.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uk.hustings.api.id.SeatCode;

/**
 * A constituency of the boundary set in force.
 *
 * @param regionCode GSS code of the region; for Scotland, Wales and Northern Ireland that of the country
 * @param contests how it voted, in any order
 */
public record Seat(SeatCode code, String name, String regionCode, List<Contest> contests) {

    public Seat {
        contests = List.copyOf(contests);
    }

    /** The latest contest polled before the day: by-elections count like general elections. */
    public Optional<Contest> latestContestBefore(LocalDate day) {
        return contests.stream()
                .filter(contest -> contest.pollingDay().isBefore(day))
                .max(Comparator.comparing(Contest::pollingDay));
    }
}
