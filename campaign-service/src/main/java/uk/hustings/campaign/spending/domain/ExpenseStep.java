package uk.hustings.campaign.spending.domain;

/** What is done to an expense after it was recorded. */
public enum ExpenseStep {
    DECLARE,
    RELEASE,
    CORRECT,
    WITHDRAW
}
