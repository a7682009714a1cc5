package uk.hustings.campaign.spending.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What an expense costs and whose it is.
 *
 * @param paidGbp pounds paid or owed, 0 or more
 * @param notionalGbp pounds by which it was given below its market value, 0 or more; counts like money
 * @param candidateSharePct the candidate's part, 0 to 100; the rest is the party's national spending
 */
public record Cost(BigDecimal paidGbp, BigDecimal notionalGbp, BigDecimal candidateSharePct) {

    /** What counts against the limit of the seat, in pounds, to the penny. */
    public BigDecimal countedGbp() {
        return paidGbp.add(notionalGbp)
                .multiply(candidateSharePct)
                .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
    }
}
