package uk.hustings.seats.election.domain;

/**
 * Why a declaration cannot be believed.
 *
 * @param pointer JSON pointer of the part at fault, for example {@code /contests/3/validVotes}
 * @param detail what is wrong and what was expected
 */
public record Fault(String pointer, String detail) {}
