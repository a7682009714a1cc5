package uk.hustings.polls.poll.domain;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The answer that is ahead and the one behind it.
 *
 * @param first has the largest share, or one as large as the second's
 */
public record Lead(Share first, Share second) {

    /** Empty if fewer than two answers have a figure. The bucket {@code other} leads nobody. */
    public static Optional<Lead> of(List<Share> shares) {
        List<Share> ranked = shares.stream()
                .filter(share -> !share.option().equals(Share.OTHER))
                .sorted(Comparator.comparing(Share::pct).reversed())
                .toList();
        return ranked.size() < 2 ? Optional.empty() : Optional.of(new Lead(ranked.get(0), ranked.get(1)));
    }

    /** The answer that is ahead; null on a tie. */
    public String option() {
        return pts().signum() == 0 ? null : first.option();
    }

    /** The first's share less the second's, in percentage points, 0 or more. */
    public BigDecimal pts() {
        return Share.plain(first.pct().subtract(second.pct()));
    }

    /**
     * Standard deviation of the lead by sampling alone, in percentage points.
     *
     * @param base people asked, 1 or more
     */
    public BigDecimal samplingSdPts(int base) {
        return SamplingError.ofLeadPts(first.pct(), second.pct(), base);
    }
}
