package uk.hustings.polls.seatref.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uk.hustings.api.id.SeatCode;

/**
 * A constituency of one boundary set.
 *
 * @param regionCode GSS code of the region; for Scotland, Wales and Northern Ireland that of the country
 * @param country by name, for example {@code Scotland}
 * @param county null where none is known
 * @param electorate when the boundary set came into force
 * @param contests how it voted, actual and notional, by polling day
 */
public record Seat(
        String boundarySet,
        SeatCode code,
        String name,
        String regionCode,
        String regionName,
        String country,
        String county,
        int electorate,
        List<Contest> contests) {

    private static final String NORTHERN_IRELAND = "Northern Ireland";

    public Seat {
        contests = contests.stream()
                .sorted(Comparator.comparing(Contest::pollingDay).thenComparing(Contest::electionId))
                .toList();
    }

    /** Whether it lies in Great Britain, of which most national polls speak. */
    public boolean isInGreatBritain() {
        return !country.equals(NORTHERN_IRELAND);
    }

    /** The latest contest polled before the day: by-elections count like general elections, notional results do not. */
    public Optional<Contest> latestContestBefore(LocalDate day) {
        return contests.stream()
                .filter(contest -> !contest.notional() && contest.pollingDay().isBefore(day))
                .reduce((earlier, later) -> later);
    }

    /** How it voted in an election. */
    public Optional<Contest> contestOf(String electionId) {
        return contests.stream()
                .filter(contest -> contest.electionId().equals(electionId))
                .findFirst();
    }
}
