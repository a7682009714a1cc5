package uk.hustings.polls.poll.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The headline figures of a poll.
 *
 * @param shares in the order in which they were reported; what was not reported is absent
 * @param dontKnowPct percentage points, if they are part of the headline; null if they are not, or are unknown
 * @throws IllegalArgumentException if the don't knows are out of {@link Share#RANGE}
 */
public record Figures(List<Share> shares, BigDecimal dontKnowPct) {

    /** A poll of which only the words are known. */
    public static final Figures NONE = new Figures(List.of(), null);

    public Figures {
        shares = List.copyOf(shares);
        dontKnowPct = dontKnowPct == null ? null : Share.withinRange(dontKnowPct);
    }

    /** Share of one answer in percentage points; empty if it was not reported. */
    public Optional<BigDecimal> pctOf(String option) {
        return shares.stream()
                .filter(share -> share.option().equals(option))
                .map(Share::pct)
                .findFirst();
    }

    /** All shares and those who do not know; empty if there is no figure at all. */
    public Optional<BigDecimal> sumPct() {
        return Stream.concat(shares.stream().map(Share::pct), Stream.ofNullable(dontKnowPct))
                .reduce(BigDecimal::add)
                .map(Share::plain);
    }
}
