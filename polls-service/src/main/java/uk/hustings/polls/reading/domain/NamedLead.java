package uk.hustings.polls.reading.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.hustings.polls.poll.domain.Share;

/**
 * How far one named answer is ahead of the strongest other.
 *
 * @param rival whoever is strongest beside it; the bucket {@code other} is nobody
 * @param pts percentage points; below 0 if the rival is ahead
 * @param samplingSdPts standard deviation by sampling alone; null if the base is not known
 */
public record NamedLead(String option, String rival, double pts, Double samplingSdPts) {

    private static final Comparator<Share> STRONGEST_LAST =
            Comparator.comparing(Share::pct).thenComparing(Share::option, Comparator.reverseOrder());

    /**
     * Empty if the answer has no figure, or nobody else has.
     *
     * @param base people asked, 1 or more; null if unknown
     */
    static Optional<NamedLead> of(String option, List<Share> shares, Integer base) {
        Optional<Share> rival =
                named(shares).filter(share -> !share.option().equals(option)).max(STRONGEST_LAST);
        return Change.find(option, shares)
                .flatMap(own -> rival.map(other -> new NamedLead(
                        option,
                        other.option(),
                        own.pct().subtract(other.pct()).doubleValue(),
                        Sampling.ofLead(own, other, base))));
    }

    /** Of whoever is ahead, or on a tie of the first of them by name. */
    static Optional<NamedLead> ofTheFirst(List<Share> shares, Integer base) {
        return named(shares).max(STRONGEST_LAST).flatMap(first -> of(first.option(), shares, base));
    }

    /** How this lead has changed since an earlier one of the same answer, whoever the rivals are. */
    Change since(NamedLead before) {
        return new Change(option, pts - before.pts, Sampling.ofDifference(before.samplingSdPts, samplingSdPts));
    }

    private static Stream<Share> named(List<Share> shares) {
        return shares.stream().filter(share -> !share.option().equals(Share.OTHER));
    }
}
