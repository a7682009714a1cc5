package uk.hustings.polls.reading.domain;

import uk.hustings.polls.poll.domain.SamplingError;
import uk.hustings.polls.poll.domain.Share;

/** Standard deviations by sampling alone, in percentage points; null wherever a base is not known. */
final class Sampling {

    private Sampling() {}

    /** Of one share: √(p(1−p)/n). */
    static Double ofShare(Share share, Integer base) {
        double pct = share.pct().doubleValue();
        return base == null ? null : Math.sqrt(pct * (100 - pct) / base);
    }

    /** Of the difference of two shares of one sample. */
    static Double ofLead(Share one, Share other, Integer base) {
        return base == null
                ? null
                : Double.valueOf(
                        SamplingError.ofLeadPts(one.pct(), other.pct(), base).doubleValue());
    }

    /** Of the difference of two figures that come from different samples. */
    static Double ofDifference(Double one, Double other) {
        return one == null || other == null ? null : Double.valueOf(Math.hypot(one, other));
    }
}
