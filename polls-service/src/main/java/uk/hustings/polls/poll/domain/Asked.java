package uk.hustings.polls.poll.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One question of a poll and what was answered. Percentages are points from 0 to 100; what is not known is null, and an
 * answer that was not reported is absent.
 *
 * @param basis whether the shares are of everybody asked or of those who named an answer
 * @param shares as reported, in that order
 * @param unweightedBase people whom the shares are shares of, before weighting, 1 or more; null if unknown
 * @param weightedBase the same after weighting
 * @throws IllegalArgumentException if a percentage is out of {@link Share#RANGE}
 */
public record Asked(
        Question question,
        Basis basis,
        List<Share> shares,
        BigDecimal dontKnowPct,
        BigDecimal wouldNotVotePct,
        BigDecimal refusedPct,
        Integer unweightedBase,
        Integer weightedBase) {

    private static final int DECIMALS = 4;
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    public Asked {
        shares = List.copyOf(shares);
        dontKnowPct = dontKnowPct == null ? null : Share.withinRange(dontKnowPct);
        wouldNotVotePct = wouldNotVotePct == null ? null : Share.withinRange(wouldNotVotePct);
        refusedPct = refusedPct == null ? null : Share.withinRange(refusedPct);
    }

    /** Headline shares of which nothing else is known. */
    public static Asked headline(Question question, List<Share> shares) {
        return new Asked(question, Basis.HEADLINE, shares, null, null, null, null, null);
    }

    /** A basis that is not told: raw where something beside the named answers is reported, headline where not. */
    public static Basis basisUnlessSaid(
            Basis said, BigDecimal dontKnowPct, BigDecimal wouldNotVotePct, BigDecimal refusedPct) {
        if (said != null) {
            return said;
        }
        return dontKnowPct == null && wouldNotVotePct == null && refusedPct == null ? Basis.HEADLINE : Basis.RAW;
    }

    /** The reported share of one answer; empty if it was not reported. */
    public Optional<BigDecimal> pctOf(String option) {
        return pctOf(option, shares);
    }

    /** The headline share of one answer; empty if it was not reported. */
    public Optional<BigDecimal> headlinePctOf(String option) {
        return pctOf(option, headline());
    }

    /**
     * Shares of those who named an answer: a raw share divided by (100 − don't know − would not vote − refused), to
     * {@value #DECIMALS} decimals; headline shares as they are. Where one answer does not exclude another there is no
     * other basis than the reported one. None if nobody named an answer.
     */
    public List<Share> headline() {
        BigDecimal named = ALL.subtract(apartPct());
        if (basis == Basis.HEADLINE || !question.answersExcludeEachOther() || named.compareTo(ALL) == 0) {
            return shares;
        }
        if (named.signum() <= 0) {
            return List.of();
        }
        return shares.stream()
                .map(share -> new Share(
                        share.option(),
                        // Sums of up to 102 are accepted, so that a lone answer may come out above the whole.
                        share.pct()
                                .multiply(ALL)
                                .divide(named, DECIMALS, RoundingMode.HALF_UP)
                                .min(ALL)))
                .toList();
    }

    /** What has to add up to 100: shares, and of raw ones those beside them; empty if there is no share at all. */
    public Optional<BigDecimal> sumPct() {
        return shares.stream()
                .map(Share::pct)
                .reduce(BigDecimal::add)
                .map(sum -> Share.plain(basis == Basis.RAW ? sum.add(apartPct()) : sum));
    }

    /** Who is ahead in the reported shares; empty if fewer than two answers have a figure, or nobody can be ahead. */
    public Optional<Lead> lead() {
        return question.answersExcludeEachOther() ? Lead.of(shares) : Optional.empty();
    }

    /** The same in the headline shares, which can be compared between polls. */
    public Optional<Lead> headlineLead() {
        return question.answersExcludeEachOther() ? Lead.of(headline()) : Optional.empty();
    }

    /** Those beside the named answers, as far as they were reported. */
    private BigDecimal apartPct() {
        return Stream.of(dontKnowPct, wouldNotVotePct, refusedPct)
                .filter(pct -> pct != null)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Optional<BigDecimal> pctOf(String option, List<Share> shares) {
        return shares.stream()
                .filter(share -> share.option().equals(option))
                .map(Share::pct)
                .findFirst();
    }
}
