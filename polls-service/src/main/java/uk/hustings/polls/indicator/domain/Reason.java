package uk.hustings.polls.indicator.domain;

import java.math.BigDecimal;
import uk.hustings.polls.poll.domain.Share;

/**
 * One reason of several.
 *
 * @param text for example {@code electability}
 * @param pct percentage points of those who gave it, 0 to 100; null if only its rank is known
 */
public record Reason(String text, BigDecimal pct) {

    /** @throws IllegalArgumentException if the share is out of {@link Share#RANGE} */
    public Reason {
        pct = pct == null ? null : Share.withinRange(pct);
    }
}
