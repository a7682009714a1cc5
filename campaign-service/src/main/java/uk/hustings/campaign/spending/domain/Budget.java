package uk.hustings.campaign.spending.domain;

import java.math.BigDecimal;

/**
 * The limit of a seat in one period and what is used of it. Pounds.
 *
 * @param declaredGbp the candidate's part of what is declared
 * @param committedGbp the candidate's part of what is committed and not declared
 */
public record Budget(BigDecimal limitGbp, BigDecimal declaredGbp, BigDecimal committedGbp) {

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    /** What a decision about an expense comes to. */
    public sealed interface Decision {

        /** Within the limit. */
        record Accepted(Budget after) implements Decision {}

        /** A declaration that exceeds the headroom: it is a fact, so it is recorded, and flagged. */
        record Flagged(Budget after) implements Decision {}

        /** A commitment that exceeds the headroom. */
        record Refused(Budget before, BigDecimal amountGbp) implements Decision {}
    }

    public static Budget unused(BigDecimal limitGbp) {
        return new Budget(limitGbp, NOTHING, NOTHING);
    }

    /** What is left for commitments; negative if more is declared and committed than is allowed. */
    public BigDecimal headroomGbp() {
        return limitGbp.subtract(declaredGbp).subtract(committedGbp);
    }

    /** Whether more is declared than is allowed. */
    public boolean declaredOverLimit() {
        return declaredGbp.compareTo(limitGbp) > 0;
    }

    /** This budget with an expense more. Nothing is decided. */
    public Budget plus(ExpenseStatus status, BigDecimal amountGbp) {
        return switch (status) {
            case COMMITTED -> new Budget(limitGbp, declaredGbp, committedGbp.add(amountGbp));
            case DECLARED -> new Budget(limitGbp, declaredGbp.add(amountGbp), committedGbp);
            case RELEASED, WITHDRAWN -> this;
        };
    }

    /** This budget without an expense that is part of it. */
    public Budget minus(ExpenseStatus status, BigDecimal amountGbp) {
        return plus(status, amountGbp.negate());
    }

    /** Decides about an expense that is not part of this budget yet. */
    public Decision decide(ExpenseStatus status, BigDecimal amountGbp) {
        return replace(status, NOTHING, amountGbp);
    }

    /**
     * Decides about another amount for an expense. One that is not raised is never refused: the headroom may be negative already
     * because of declarations.
     *
     * @param replacedGbp what the expense came to in this period; it is not part of this budget any more
     */
    public Decision replace(ExpenseStatus status, BigDecimal replacedGbp, BigDecimal amountGbp) {
        Budget after = plus(status, amountGbp);
        if (!status.counts() || amountGbp.compareTo(headroomGbp()) <= 0) {
            return new Decision.Accepted(after);
        }
        if (status == ExpenseStatus.DECLARED) {
            return new Decision.Flagged(after);
        }
        return amountGbp.compareTo(replacedGbp) > 0
                ? new Decision.Refused(this, amountGbp)
                : new Decision.Accepted(after);
    }
}
