package uk.hustings.campaign.resource.domain;

import java.math.BigDecimal;

/** What a statement comes to, held against the last that was said of the same. */
public sealed interface StatementOutcome {

    /**
     * It is recorded.
     *
     * @param edition its number
     * @param replaces the edition that it corrects; null if it corrects none
     */
    record Recorded(int edition, Integer replaces) implements StatementOutcome {}

    /** The same is recorded already; nothing changes. */
    record Unchanged() implements StatementOutcome {}

    /** Another amount or source is recorded, and the statement does not say that it corrects it. */
    record AlreadyStated(int current) implements StatementOutcome {}

    /** It corrects an edition that is not the current one; {@code current} is null if there is none. */
    record NotCurrent(Integer current) implements StatementOutcome {}

    /**
     * @param last null if nothing was ever said
     * @param amount of the statement
     * @param replaces the edition that it says it corrects; null if it says none
     */
    static StatementOutcome of(Edition last, BigDecimal amount, String source, Integer replaces) {
        Integer current = last == null || last.withdrawn() ? null : last.number();
        if (replaces == null && current != null) {
            return last.says(amount, source) ? new Unchanged() : new AlreadyStated(current);
        }
        if (replaces != null && !replaces.equals(current)) {
            return new NotCurrent(current);
        }
        return new Recorded(last == null ? 1 : last.number() + 1, replaces);
    }
}
