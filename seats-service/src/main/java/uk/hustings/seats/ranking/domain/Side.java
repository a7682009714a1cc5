package uk.hustings.seats.ranking.domain;

/** Whether a party looks at the seats that it could win or at those that it could lose. */
public enum Side {
    CHALLENGER,
    HOLDER
}
