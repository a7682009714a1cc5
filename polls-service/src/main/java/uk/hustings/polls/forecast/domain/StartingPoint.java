package uk.hustings.polls.forecast.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.hustings.polls.seatref.domain.Contest;
import uk.hustings.polls.seatref.domain.CountedVotes;
import uk.hustings.polls.seatref.domain.Election;
import uk.hustings.polls.seatref.domain.Seat;
import uk.hustings.polls.seatref.domain.SeatBook;

/**
 * Where a forecast on a boundary set starts from: the results of the latest general election on those boundaries by the end
 * of a day, actual or else notional, and the by-elections since. Nothing polled later is looked at.
 *
 * @param baseline the general election
 */
public record StartingPoint(Election baseline, List<BaselineSeat> seats, List<SeatPoll> byElections) {

    /** Votes are no sample: nothing is added for their number. */
    private static final double WHOLE_ELECTORATE = 1e9;

    /** Empty if no general election on these boundaries, actual or notional, is known by then. */
    public static Optional<StartingPoint> of(SeatBook book, String boundarySet, LocalDate asOf) {
        return book.baselineElection(boundarySet, asOf.plusDays(1)).map(baseline -> {
            List<BaselineSeat> seats = new ArrayList<>();
            List<SeatPoll> byElections = new ArrayList<>();
            for (Seat seat : book.seats(boundarySet)) {
                seat.contestOf(baseline.id())
                        .filter(contest -> contest.validVotes() > 0)
                        .ifPresent(contest -> {
                            seats.add(baseline(seat, contest));
                            byElectionsSince(baseline, seat, asOf).forEach(byElections::add);
                        });
            }
            return new StartingPoint(baseline, List.copyOf(seats), List.copyOf(byElections));
        });
    }

    /**
     * Codes of the baseline that polls know by another name now: a party that nobody polls any more and one that continues it
     * and did not stand then.
     *
     * @param polled codes that polls report
     */
    public Map<String, String> successors(SeatBook book, Collection<String> polled) {
        Map<String, String> successors = new TreeMap<>();
        List<String> before = seats.stream()
                .flatMap(seat -> seat.sharesPct().keySet().stream())
                .distinct()
                .sorted()
                .toList();
        for (String now : polled) {
            for (String then : before) {
                if (!before.contains(now) && !polled.contains(then) && book.continues(now, then)) {
                    successors.put(then, now);
                }
            }
        }
        return successors;
    }

    private static BaselineSeat baseline(Seat seat, Contest contest) {
        return new BaselineSeat(
                seat.code().value(),
                seat.regionCode(),
                seat.country(),
                seat.isInGreatBritain(),
                contest.validVotes(),
                shares(contest),
                contest.winner().orElse(null));
    }

    private static Stream<SeatPoll> byElectionsSince(Election baseline, Seat seat, LocalDate asOf) {
        return seat.contests().stream()
                .filter(contest -> !contest.notional()
                        && contest.pollingDay().isAfter(baseline.pollingDay())
                        && !contest.pollingDay().isAfter(asOf)
                        && contest.electionId().startsWith("by-"))
                .map(contest -> new SeatPoll(
                        contest.electionId(),
                        seat.code().value(),
                        contest.pollingDay(),
                        SeatPoll.BY_ELECTION,
                        WHOLE_ELECTORATE,
                        shares(contest)));
    }

    private static Map<String, Double> shares(CountedVotes votes) {
        Map<String, Double> shares = new TreeMap<>();
        votes.votes().forEach((party, count) -> shares.put(party, 100.0 * count / votes.validVotes()));
        return shares;
    }
}
