package uk.hustings.polls.poll.domain;

/** Who was asked. Party members are another population than voters and are never averaged with them. */
public enum Population {
    ADULTS,
    REGISTERED_VOTERS,
    PARTY_MEMBERS
}
