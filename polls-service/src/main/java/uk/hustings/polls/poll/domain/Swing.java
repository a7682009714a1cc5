package uk.hustings.polls.poll.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uk.hustings.polls.seatref.domain.Contest;

/**
 * Butler swing since a contest: ((A₂−A₁)−(B₂−B₁))/2, A being the party swung to. The pair is the contest's winner and
 * the strongest other party of the poll that stood in the contest.
 *
 * @param from party code
 * @param to party code
 * @param pts percentage points, 0 or more, to {@value #DECIMALS} decimals
 */
public record Swing(String from, String to, BigDecimal pts, String baselineElectionId) {

    private static final int DECIMALS = 2;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /**
     * Empty if the poll does not give the winner, or gives nobody else who stood.
     *
     * @param poll headline shares
     */
    public static Optional<Swing> since(Contest baseline, List<Share> poll) {
        return baseline.winner()
                .filter(winner -> pctOf(winner, poll).isPresent())
                .flatMap(
                        winner -> rivalOf(winner, baseline, poll).map(rival -> between(winner, rival, baseline, poll)));
    }

    private static Optional<String> rivalOf(String winner, Contest baseline, List<Share> poll) {
        return poll.stream()
                .filter(share -> !share.option().equals(winner))
                .filter(share -> baseline.sharesPct().containsKey(share.option()))
                .max(Comparator.comparing(Share::pct).thenComparing(Share::option, Comparator.reverseOrder()))
                .map(Share::option);
    }

    private static Swing between(String winner, String rival, Contest baseline, List<Share> poll) {
        BigDecimal toWinner = gain(winner, baseline, poll)
                .subtract(gain(rival, baseline, poll))
                .divide(TWO, DECIMALS, RoundingMode.HALF_UP);
        return toWinner.signum() < 0
                ? new Swing(winner, rival, Share.plain(toWinner.negate()), baseline.electionId())
                : new Swing(rival, winner, Share.plain(toWinner), baseline.electionId());
    }

    private static BigDecimal gain(String party, Contest baseline, List<Share> poll) {
        return pctOf(party, poll).orElseThrow().subtract(baseline.sharesPct().get(party));
    }

    private static Optional<BigDecimal> pctOf(String party, List<Share> poll) {
        return poll.stream()
                .filter(share -> share.option().equals(party))
                .map(Share::pct)
                .findFirst();
    }
}
