package uk.hustings.polls.poll.domain;

/** How the figures came about. Kinds are never averaged with each other. */
public enum PollKind {
    /** A sample of a population was asked. */
    POLL,
    /** A party's own count of what its canvassers were told. */
    CANVASS_RETURN,
    /** A model's estimate for a seat from a national sample (multilevel regression and post-stratification). */
    MRP,
    /** What somebody says of a poll that nobody else has seen. */
    CLAIM
}
