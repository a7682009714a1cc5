package uk.hustings.campaign.rolesync.domain;

import java.time.Duration;

/**
 * How long to wait after a try that failed: twice as long each time up to a limit, less up to a half by chance, so that
 * many who failed together do not come back together.
 *
 * @param first after the first failure, unless chance shortens it
 * @param longest never more
 */
public record Backoff(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 30;

    /**
     * @param failures so far, 1 or more
     * @param chance 0 up to but not 1, uniform
     */
    public Duration after(int failures, double chance) {
        long doubled = first.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
        long full = doubled <= 0 ? longest.toMillis() : Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(full - (long) (chance * full / 2));
    }
}
