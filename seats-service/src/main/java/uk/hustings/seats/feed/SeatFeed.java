package uk.hustings.seats.feed;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.hustings.api.id.SeatCode;
import uk.hustings.seats.election.domain.Contest;
import uk.hustings.seats.facts.domain.Facts;
import uk.hustings.seats.party.domain.Party;
import uk.hustings.seats.seat.domain.Seat;

/** Every seat of a boundary set with all its results, as shares. What is notional is left out. */
record SeatFeed(List<FedSeat> seats) {

    record FedSeat(SeatCode seatCode, String name, String regionCode, String country, List<FedContest> contests) {

        private static FedSeat of(Seat seat, Facts facts) {
            return new FedSeat(
                    seat.code(),
                    seat.name(),
                    seat.regionCode(),
                    seat.country(),
                    facts.contests(seat.key()).stream()
                            .filter(contest -> !facts.electionOf(contest).isNotional())
                            .map(contest -> FedContest.of(contest, facts))
                            .toList());
        }
    }

    /** @param sharesPct points by party; who did not stand is absent, and so is {@code other} */
    record FedContest(String electionId, String kind, LocalDate pollingDay, Map<String, Double> sharesPct) {

        private static FedContest of(Contest contest, Facts facts) {
            Map<String, Double> shares = new LinkedHashMap<>(contest.sharesPct());
            shares.remove(Party.OTHER);
            return new FedContest(
                    contest.electionId(), facts.electionOf(contest).kind().code(), contest.pollingDay(), shares);
        }
    }

    static SeatFeed of(Facts facts, String boundarySet) {
        return new SeatFeed(facts.seats(boundarySet).stream()
                .map(seat -> FedSeat.of(seat, facts))
                .toList());
    }
}
