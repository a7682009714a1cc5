package uk.hustings.campaign.resource.domain;

import java.math.BigDecimal;

/**
 * The last that was said of one kind of resource of one holder in one week on one basis.
 *
 * @param number 1 for the first statement; corrections and withdrawals count on
 * @param amount null if it was withdrawn
 * @param source where the amount comes from; null if it was withdrawn
 */
public record Edition(int number, BigDecimal amount, String source) {

    public boolean withdrawn() {
        return amount == null;
    }

    boolean says(BigDecimal otherAmount, String otherSource) {
        return !withdrawn() && amount.compareTo(otherAmount) == 0 && source.equals(otherSource);
    }
}
