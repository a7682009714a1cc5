package uk.hustings.local.data;

import java.time.Duration;
import java.util.List;

/**
 * What a load did.
 *
 * @param steps one for each import, in the order they were sent
 * @param took wall-clock time, waiting included
 */
public record LoadReport(List<Step> steps, Duration took) {

    /**
     * One import.
     *
     * @param what for example {@code general election 2010}
     * @param created items that are new
     * @param unchanged items that stood there already with the same content
     * @param replayed whether the service had answered this very import before, so that nothing was done now
     * @param warnings what the service accepted but would have looked at
     */
    public record Step(String what, int created, int unchanged, boolean replayed, List<String> warnings) {

        int createdNow() {
            return replayed ? 0 : created;
        }

        @Override
        public String toString() {
            String told = replayed
                    ? "loaded before"
                    : "%,d new%s".formatted(created, unchanged == 0 ? "" : ", %,d as they were".formatted(unchanged));
            return "%s: %s%s"
                    .formatted(what, told, warnings.isEmpty() ? "" : ", %d warnings".formatted(warnings.size()));
        }
    }

    /** Items that were not there before this load. */
    public int created() {
        return steps.stream().mapToInt(Step::createdNow).sum();
    }
}
