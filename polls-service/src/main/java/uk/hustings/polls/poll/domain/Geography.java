package uk.hustings.polls.poll.domain;

/** What kind of area was asked. */
public enum Geography {
    /** Great Britain. */
    GB,
    /** The United Kingdom, with Northern Ireland. */
    UK,
    REGION,
    SEAT
}
