package uk.hustings.polls.forecast;

import java.util.Map;
import java.util.TreeMap;
import uk.hustings.polls.forecast.domain.Outcome;
import uk.hustings.polls.seatref.domain.Contest;
import uk.hustings.polls.seatref.domain.Election;
import uk.hustings.polls.seatref.domain.Party;
import uk.hustings.polls.seatref.domain.Seat;
import uk.hustings.polls.seatref.domain.SeatBook;

/** What happened, as it is stored beside what a backtest is made from: the two never meet before everything is drawn. */
record FrozenOutcomes(Map<String, Outcome> outcomes) {

    /** Of every seat that has a result in the election. */
    static FrozenOutcomes of(SeatBook book, Election election) {
        Map<String, Outcome> outcomes = new TreeMap<>();
        for (Seat seat : book.seats(election.boundarySet())) {
            seat.contestOf(election.id())
                    .filter(contest -> contest.validVotes() > 0)
                    .ifPresent(contest -> outcomes.put(seat.code().value(), outcome(contest)));
        }
        return new FrozenOutcomes(outcomes);
    }

    private static Outcome outcome(Contest contest) {
        Map<String, Double> shares = new TreeMap<>();
        contest.votes().forEach((party, votes) -> shares.put(party, 100.0 * votes / contest.validVotes()));
        return new Outcome(contest.winner().orElse(Party.OTHER), shares);
    }
}
