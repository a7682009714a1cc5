package uk.hustings.polls.reading.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * How a vote that polls were about came out.
 *
 * @param contest id of the election or ballot
 * @param day polling day, or the day on which a ballot's result was declared
 * @param sharesPct by answer, in percentage points; the bucket {@code other} is not among them
 */
public record Outcome(String contest, LocalDate day, Map<String, BigDecimal> sharesPct) {

    public Outcome {
        sharesPct = Map.copyOf(sharesPct);
    }
}
