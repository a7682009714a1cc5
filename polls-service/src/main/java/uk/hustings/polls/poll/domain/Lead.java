package uk.hustings.polls.poll.domain;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who is ahead and by how much.
 *
 * @param option the answer that is ahead; null on a tie
 * @param pts its share less the second's, in percentage points, 0 or more
 */
public record Lead(String option, BigDecimal pts) {

    /** Empty if fewer than two answers have a figure. The bucket {@code other} leads nobody. */
    public static Optional<Lead> of(Figures figures) {
        List<Share> ranked = figures.shares().stream()
                .filter(share -> !share.option().equals(Share.OTHER))
                .sorted(Comparator.comparing(Share::pct).reversed())
                .toList();
        if (ranked.size() < 2) {
            return Optional.empty();
        }
        BigDecimal pts = Share.plain(ranked.get(0).pct().subtract(ranked.get(1).pct()));
        return Optional.of(new Lead(pts.signum() == 0 ? null : ranked.get(0).option(), pts));
    }
}
