package uk.hustings.campaign.access.domain;

import java.time.LocalDate;
import java.util.Collection;

/** Work done before a lock may still be reported after it, for a while. */
public final class LateCounts {

    /** How long ago such work may lie. */
    public static final int DAYS = 7;

    private LateCounts() {}

    /**
     * Whether a batch holds nothing but late counts.
     *
     * @param days of the contacts; null if one is missing, which is never late
     * @param lockedOn the day on which the lock began
     */
    public static boolean only(Collection<LocalDate> days, LocalDate lockedOn, LocalDate today) {
        return !days.isEmpty()
                && days.stream()
                        .allMatch(day -> day != null && day.isBefore(lockedOn) && !day.isBefore(today.minusDays(DAYS)));
    }
}
