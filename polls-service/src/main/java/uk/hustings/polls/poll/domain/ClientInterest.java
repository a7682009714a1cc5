package uk.hustings.polls.poll.domain;

/** What whoever paid for a poll has to gain by its figures. */
public enum ClientInterest {
    /** A newspaper, a university, a charity without a side. */
    INDEPENDENT,
    /** The pollster published on its own account. */
    POLLSTER,
    /** A party, a candidate or a campaign. */
    SPONSOR
}
