package uk.hustings.polls.average.domain;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A national poll of voters as the average reads it.
 *
 * @param end last day of fieldwork
 * @param house the pollster; polls of unknown ones share the name that they are given
 * @param sampleSize people behind the shares, above 0
 * @param sharesPct headline shares by party code, percentage points; what was not reported is absent
 */
public record NationalPoll(String id, LocalDate end, String house, double sampleSize, Map<String, Double> sharesPct) {

    public NationalPoll {
        sharesPct = Collections.unmodifiableMap(new TreeMap<>(sharesPct));
    }
}
