package uk.hustings.campaign.access.domain;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Which version of the policy is in force, as its events tell.
 *
 * @param events in the order in which they were decided
 */
public record PolicyHistory(List<Event> events) {

    /** What a version can be. */
    public enum State {
        DRAFT,
        /** Activated for a time that has not come yet. */
        SCHEDULED,
        ACTIVE,
        SUPERSEDED,
        WITHDRAWN;

        /** As the API writes it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A version was activated or withdrawn.
     *
     * @param effectiveFrom when an activation takes effect; a withdrawal does so when it is decided
     */
    public record Event(int version, boolean activation, Instant effectiveFrom, Instant decidedAt) {}

    /**
     * The version in force: of those activated the one that took effect last, unless it was withdrawn since. What was
     * withdrawn before it took effect never was in force.
     *
     * @return null if none is
     */
    public Integer inForce(Instant now) {
        Integer latest = null;
        for (int at = 0; at < events.size(); at++) {
            Event event = events.get(at);
            boolean took = event.activation()
                    && !event.effectiveFrom().isAfter(now)
                    && !withdrawnAfter(at, event.effectiveFrom().minusNanos(1));
            if (took
                    && (latest == null
                            || !event.effectiveFrom()
                                    .isBefore(events.get(latest).effectiveFrom()))) {
                latest = at;
            }
        }
        return latest == null || withdrawnAfter(latest, now)
                ? null
                : events.get(latest).version();
    }

    public State stateOf(int version, Instant now) {
        List<Event> own =
                events.stream().filter(event -> event.version() == version).toList();
        if (own.isEmpty()) {
            return State.DRAFT;
        }
        if (Integer.valueOf(version).equals(inForce(now))) {
            return State.ACTIVE;
        }
        Event last = own.get(own.size() - 1);
        if (!last.activation()) {
            return State.WITHDRAWN;
        }
        return last.effectiveFrom().isAfter(now) ? State.SCHEDULED : State.SUPERSEDED;
    }

    /** Whether the version of an activation was withdrawn after it was decided and no later than {@code by}. */
    private boolean withdrawnAfter(int activation, Instant by) {
        int version = events.get(activation).version();
        return events.stream()
                .skip(activation + 1L)
                .anyMatch(event -> event.version() == version
                        && !event.activation()
                        && !event.decidedAt().isAfter(by));
    }
}
