package uk.hustings.seats.change.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Projections of several seats together; every seat weighs what it polled.
 *
 * @param seats how many
 * @param changingHands how many of them another party would win
 * @param parties whoever stood anywhere; most seats after the change first, then the largest share
 */
public record ProjectedTotals(int seats, int changingHands, List<PartyTotal> parties) {

    private static final Comparator<PartyTotal> MOST_FIRST = Comparator.comparingInt(PartyTotal::seatsAfter)
            .thenComparingDouble(PartyTotal::shareAfterPct)
            .reversed()
            .thenComparing(PartyTotal::party);

    /**
     * @param seatsBefore that the party won
     * @param seatsAfter that it would win
     * @param shareBeforePct of all valid votes, to four decimals
     * @param shareAfterPct what the projected shares of the seats come to, to four decimals
     */
    public record PartyTotal(
            String party, int seatsBefore, int seatsAfter, double shareBeforePct, double shareAfterPct) {}

    public static ProjectedTotals of(List<Projection> projections) {
        Map<String, Sum> sums = new TreeMap<>();
        long validVotes = 0;
        int changing = 0;
        for (Projection seat : projections) {
            long polled = seat.tally().validVotes();
            validVotes += polled;
            changing += seat.changesHands() ? 1 : 0;
            seat.sharesPct().forEach((party, share) -> {
                Sum sum = sums.computeIfAbsent(party, code -> new Sum());
                sum.votesBefore += seat.tally().votes(party);
                sum.votesAfter += share * polled / 100;
            });
            sums.get(seat.holder()).seatsBefore++;
            sums.get(seat.winner()).seatsAfter++;
        }
        long all = validVotes;
        List<PartyTotal> totals = sums.entrySet().stream()
                .map(party -> party.getValue().total(party.getKey(), all))
                .sorted(MOST_FIRST)
                .toList();
        return new ProjectedTotals(projections.size(), changing, totals);
    }

    private static final class Sum {

        private long votesBefore;
        private double votesAfter;
        private int seatsBefore;
        private int seatsAfter;

        PartyTotal total(String party, long validVotes) {
            return new PartyTotal(
                    party,
                    seatsBefore,
                    seatsAfter,
                    SignedPoints.of(votesBefore, validVotes),
                    SignedPoints.rounded(100 * votesAfter / validVotes));
        }
    }
}
