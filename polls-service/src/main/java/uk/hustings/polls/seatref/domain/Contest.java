package uk.hustings.polls.seatref.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * How a seat voted once, in a general election or a by-election.
 *
 * @param sharesPct percentage points of the valid votes by party code; parties that did not stand are absent, and so is
 *     the bucket {@code other}
 */
public record Contest(String electionId, LocalDate pollingDay, Map<String, BigDecimal> sharesPct) {

    public Contest {
        sharesPct = Map.copyOf(sharesPct);
    }

    /** The party with the largest share; of equals the first by code. Empty if no party is named. */
    public Optional<String> winner() {
        return sharesPct.entrySet().stream()
                .max(Map.Entry.<String, BigDecimal>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }
}
