package uk.hustings.polls.reading.domain;

import java.util.List;
import java.util.Optional;
import uk.hustings.polls.poll.domain.Share;

/**
 * How much more one answer got than before, or than in another question.
 *
 * @param pts percentage points; below 0 if it got less
 * @param samplingSdPts standard deviation by sampling alone; null if a base is not known
 */
public record Change(String option, double pts, Double samplingSdPts) {

    /** The answers that both give, in the order of the later one. */
    static List<Change> between(List<Share> before, Integer baseBefore, List<Share> now, Integer baseNow) {
        return now.stream()
                .flatMap(share -> find(share.option(), before).stream()
                        .map(earlier -> new Change(
                                share.option(),
                                share.pct().subtract(earlier.pct()).doubleValue(),
                                Sampling.ofDifference(
                                        Sampling.ofShare(earlier, baseBefore), Sampling.ofShare(share, baseNow)))))
                .toList();
    }

    static Optional<Share> find(String option, List<Share> shares) {
        return shares.stream().filter(share -> share.option().equals(option)).findFirst();
    }
}
