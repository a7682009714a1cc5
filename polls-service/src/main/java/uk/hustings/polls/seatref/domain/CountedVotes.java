package uk.hustings.polls.seatref.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How a seat or an area voted. Shares are percentage points of the valid votes, to {@value #DECIMALS} decimals. */
public sealed interface CountedVotes permits Contest, AreaResult {

    /** Of a share. */
    int DECIMALS = 4;

    /** The sum of all votes; 0 if nobody stood. */
    int validVotes();

    /** By party code, in order of code, {@link Party#OTHER} among them; who did not stand is absent. */
    Map<String, Integer> votes();

    /** By party code, in order of code; who did not stand is absent, and so is {@link Party#OTHER}. Made anew each time. */
    default Map<String, BigDecimal> sharesPct() {
        Map<String, BigDecimal> shares = new TreeMap<>();
        votes().keySet().stream().filter(party -> !party.equals(Party.OTHER)).forEach(party -> pctOf(party)
                .ifPresent(pct -> shares.put(party, pct)));
        return Collections.unmodifiableMap(shares);
    }

    /** Of the candidates whose party has no code, taken together; empty if there was none. */
    default Optional<BigDecimal> otherPct() {
        return pctOf(Party.OTHER);
    }

    /** Share of one party; empty if it did not stand. */
    default Optional<BigDecimal> pctOf(String party) {
        return Optional.ofNullable(votes().get(party)).map(votes -> BigDecimal.valueOf(100L * votes)
                .divide(BigDecimal.valueOf(validVotes()), DECIMALS, RoundingMode.HALF_UP));
    }
}
