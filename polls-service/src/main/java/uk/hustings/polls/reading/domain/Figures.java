package uk.hustings.polls.reading.domain;

/** As what the shares of a poll are read. */
public enum Figures {
    /** Shares of those who named an answer, which can be compared between polls. */
    HEADLINE,
    /** Shares of everybody asked. */
    RAW,
    /** What was printed, whatever it is of. */
    REPORTED
}
