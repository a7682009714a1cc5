package uk.hustings.campaign.allocation.domain;

/** What a limit of a seat counts. */
public enum Measure {
    /** Hours of work, travel included. */
    HOURS,
    /** Pounds that count against the legal limit. */
    POUNDS
}
