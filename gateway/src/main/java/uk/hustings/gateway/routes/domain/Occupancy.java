package uk.hustings.gateway.routes.domain;

import java.util.HashMap;
import java.util.Map;

/** How many places are taken by each caller and at each service. For many threads at once. */
public final class Occupancy {

    /** Whether there was a place. */
    public enum Outcome {
        ENTERED,
        CALLER_AT_LIMIT,
        SERVICE_AT_LIMIT
    }

    private final int mostPerCaller;
    private final int mostPerService;
    private final Map<Object, Integer> taken = new HashMap<>();

    public Occupancy(int mostPerCaller, int mostPerService) {
        this.mostPerCaller = mostPerCaller;
        this.mostPerService = mostPerService;
    }

    public int mostPerCaller() {
        return mostPerCaller;
    }

    /** Every entry must be followed by exactly one exit. */
    public synchronized Outcome enter(Object caller, Service service) {
        if (taken.getOrDefault(caller, 0) >= mostPerCaller) {
            return Outcome.CALLER_AT_LIMIT;
        }
        if (taken.getOrDefault(service, 0) >= mostPerService) {
            return Outcome.SERVICE_AT_LIMIT;
        }
        taken.merge(caller, 1, Integer::sum);
        taken.merge(service, 1, Integer::sum);
        return Outcome.ENTERED;
    }

    public synchronized void leave(Object caller, Service service) {
        free(caller);
        free(service);
    }

    /** Callers that have nothing under way are forgotten. */
    private void free(Object key) {
        taken.computeIfPresent(key, (known, places) -> places > 1 ? places - 1 : null);
    }
}
