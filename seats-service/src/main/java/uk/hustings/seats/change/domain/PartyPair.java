package uk.hustings.seats.change.domain;

/**
 * Two parties between which a swing is measured.
 *
 * @param first code of the party to which a positive swing goes
 * @param second code of another party
 */
public record PartyPair(String first, String second) {

    public PartyPair {
        if (first.equals(second)) {
            throw new IllegalArgumentException("two parties make a pair, was twice " + first);
        }
    }
}
