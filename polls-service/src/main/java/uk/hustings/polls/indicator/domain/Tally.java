package uk.hustings.polls.indicator.domain;

import java.math.BigDecimal;
import uk.hustings.polls.poll.domain.Share;

/**
 * What one party or candidate got in a vote.
 *
 * @param option code of the party or candidate
 * @param votes 0 or more; null if only the share is known
 * @param pct percentage points, 0 to 100; null if only the votes are known
 */
public record Tally(String option, Long votes, BigDecimal pct) {

    /** @throws IllegalArgumentException if the share is out of {@link Share#RANGE} */
    public Tally {
        pct = pct == null ? null : Share.withinRange(pct);
    }
}
