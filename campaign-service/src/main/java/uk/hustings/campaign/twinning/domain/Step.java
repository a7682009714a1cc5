package uk.hustings.campaign.twinning.domain;

/** What can happen to a twinning. */
public enum Step {
    /** The donor takes it on. */
    ACCEPT,
    /** The donor does not. */
    REFUSE,
    /** The donor stops before the period is over. */
    END,
    /** Those who propose twinnings take it back, answered or not. */
    RECALL,
    /** Its last day is over. */
    RUN_OUT
}
