package uk.hustings.seats.feed;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import uk.hustings.api.id.SeatCode;
import uk.hustings.seats.election.domain.Contest;
import uk.hustings.seats.election.domain.Election;
import uk.hustings.seats.facts.domain.BoundarySet;
import uk.hustings.seats.facts.domain.Facts;
import uk.hustings.seats.party.domain.Party;
import uk.hustings.seats.seat.domain.Seat;

/** Every boundary set with its seats and all their results, actual and notional, as votes. */
record SeatFeed(
        List<FedBoundarySet> boundarySets, List<FedParty> parties, List<FedElection> elections, List<FedSeat> seats) {

    /**
     * @param from polling day of the first general election held on it; null if there was none yet
     * @param to the day before the next set's; null if none has followed
     */
    record FedBoundarySet(String code, LocalDate from, LocalDate to) {

        private static FedBoundarySet of(BoundarySet set) {
            return new FedBoundarySet(set.code(), set.inForceFrom(), set.inForceTo());
        }
    }

    /** @param lineage codes of the parties that it continues */
    record FedParty(String code, String name, List<String> lineage) {

        private static FedParty of(Party party) {
            return new FedParty(party.code(), party.name(), party.lineage());
        }
    }

    /**
     * @param kind {@code general} or {@code by-election}
     * @param basis {@code actual} or {@code notional}
     */
    record FedElection(
            String electionId, String name, String kind, String basis, LocalDate pollingDay, String boundarySet) {

        private static FedElection of(Election election) {
            return new FedElection(
                    election.id(),
                    election.name(),
                    election.kind().code(),
                    election.basis().code(),
                    election.pollingDay(),
                    election.boundarySet());
        }
    }

    /** @param county null where none is known */
    record FedSeat(
            String boundarySet,
            SeatCode seatCode,
            String name,
            String regionCode,
            String regionName,
            String country,
            String county,
            int electorate,
            List<FedContest> contests) {

        private static FedSeat of(Seat seat, Facts facts) {
            return new FedSeat(
                    seat.boundarySet(),
                    seat.code(),
                    seat.name(),
                    seat.regionCode(),
                    seat.regionName(),
                    seat.country(),
                    seat.county(),
                    seat.electorate(),
                    facts.contests(seat.key()).stream().map(FedContest::of).toList());
        }
    }

    /**
     * @param pollingDay of this seat
     * @param winner code of the party whose candidate won, which several candidates of one code together, or a lot, may
     *     hide from who sees the votes alone
     * @param votes by party, its candidates taken together; who did not stand is absent
     */
    record FedContest(
            String electionId, LocalDate pollingDay, int validVotes, String winner, Map<String, Integer> votes) {

        private static FedContest of(Contest contest) {
            return new FedContest(
                    contest.electionId(),
                    contest.pollingDay(),
                    contest.validVotes(),
                    contest.winner(),
                    contest.votesByParty());
        }
    }

    static SeatFeed of(Facts facts) {
        return new SeatFeed(
                facts.boundarySets().stream().map(FedBoundarySet::of).toList(),
                facts.parties().stream().map(FedParty::of).toList(),
                facts.elections().stream().map(FedElection::of).toList(),
                facts.boundarySets().stream()
                        .flatMap(set -> facts.seats(set.code()).stream())
                        .map(seat -> FedSeat.of(seat, facts))
                        .toList());
    }
}
