package uk.hustings.seats.ranking.domain;

/** By what seats are ranked; points and votes can differ, for seats differ in size. */
public enum Measure {
    POINTS,
    VOTES
}
