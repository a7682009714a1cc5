package uk.hustings.polls.reading.domain;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uk.hustings.polls.poll.domain.Share;
import uk.hustings.polls.seatref.domain.CountedVotes;

/**
 * Butler swing of a poll's headline shares since an election: ((A₂−A₁)−(B₂−B₁))/2, A being the party swung to.
 *
 * @param from party code
 * @param to party code
 * @param pts percentage points, 0 or more
 * @param samplingSdPts half the standard deviation of the poll's lead of one over the other; null if the base is unknown
 */
public record BaselineSwing(String from, String to, double pts, Double samplingSdPts) {

    /** Why there is no swing. */
    public enum Missing {
        /** The question is not one that a result answers. */
        QUESTION,
        /** The area did not vote in that election, or not on these boundaries. */
        RESULT,
        /** Poll or result does not give both parties. */
        PARTIES
    }

    /** A swing, or why there is none: one of the two is null. */
    public record Told(BaselineSwing swing, Missing missing) {}

    /** Two parties to measure the swing between. */
    public record Pair(String one, String other) {}

    /**
     * The swing of one poll.
     *
     * @param pair null for the winner of the election and the strongest other party of the poll that stood in it
     */
    public static Told since(Baseline baseline, Polled polled, Pair pair) {
        if (!polled.asked().question().comparesWithResults()) {
            return new Told(null, Missing.QUESTION);
        }
        Optional<CountedVotes> result = baseline.of(polled.key().area());
        if (result.isEmpty()) {
            return new Told(null, Missing.RESULT);
        }
        List<Share> shares = polled.asked().headline();
        return Optional.ofNullable(pair)
                .or(() -> usualPair(baseline, result.get(), shares))
                .flatMap(parties -> between(parties, baseline, result.get(), polled, shares))
                .map(swing -> new Told(swing, null))
                .orElseGet(() -> new Told(null, Missing.PARTIES));
    }

    private static Optional<Pair> usualPair(Baseline baseline, CountedVotes result, List<Share> shares) {
        return Baseline.winnerOf(result).flatMap(winner -> shares.stream()
                .filter(share ->
                        !share.option().equals(winner) && !share.option().equals(Share.OTHER))
                .filter(share -> baseline.pctOf(result, share.option()).isPresent())
                .max(Comparator.comparing(Share::pct).thenComparing(Share::option, Comparator.reverseOrder()))
                .map(rival -> new Pair(winner, rival.option())));
    }

    private static Optional<BaselineSwing> between(
            Pair pair, Baseline baseline, CountedVotes result, Polled polled, List<Share> shares) {
        Optional<Share> one = Change.find(pair.one, shares);
        Optional<Share> other = Change.find(pair.other, shares);
        Optional<BigDecimal> oneBefore = baseline.pctOf(result, pair.one);
        Optional<BigDecimal> otherBefore = baseline.pctOf(result, pair.other);
        if (one.isEmpty() || other.isEmpty() || oneBefore.isEmpty() || otherBefore.isEmpty()) {
            return Optional.empty();
        }
        double toOne = one.get()
                        .pct()
                        .subtract(oneBefore.get())
                        .subtract(other.get().pct().subtract(otherBefore.get()))
                        .doubleValue()
                / 2;
        Double leadSd = Sampling.ofLead(one.get(), other.get(), polled.base(Figures.HEADLINE));
        Double sd = leadSd == null ? null : Double.valueOf(leadSd / 2);
        return Optional.of(
                toOne < 0
                        ? new BaselineSwing(pair.one, pair.other, -toOne, sd)
                        : new BaselineSwing(pair.other, pair.one, toOne, sd));
    }
}
