package uk.hustings.polls.poll.domain;

import java.math.BigDecimal;
import java.util.Optional;

/** Whether the figures of a question add up. */
public sealed interface SharesSum {

    /** They do, or there is nothing to add up. */
    record Sound() implements SharesSum {}

    /** They miss 100 by no more than the rounding of whole numbers explains: accepted, and said. */
    record Rounded(BigDecimal sumPct) implements SharesSum {}

    /** They miss 100 by more than rounding explains: something was left out or misread. */
    record Off(BigDecimal sumPct) implements SharesSum {}

    /** Furthest from 100 that is accepted, in points. */
    BigDecimal TOLERANCE = BigDecimal.valueOf(2);

    /** From here on a sum is worth a word: figures with one decimal stay below it by rounding alone. */
    BigDecimal WORTH_A_WORD = new BigDecimal("0.5");

    static SharesSum of(Asked asked) {
        Optional<BigDecimal> sum = asked.question().answersExcludeEachOther() ? asked.sumPct() : Optional.empty();
        if (sum.isEmpty()) {
            return new Sound();
        }
        BigDecimal off = sum.get().subtract(BigDecimal.valueOf(100)).abs();
        if (off.compareTo(TOLERANCE) > 0) {
            return new Off(sum.get());
        }
        return off.compareTo(WORTH_A_WORD) < 0 ? new Sound() : new Rounded(sum.get());
    }
}
