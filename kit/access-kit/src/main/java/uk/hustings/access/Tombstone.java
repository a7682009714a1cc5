package uk.hustings.access;

import uk.hustings.api.id.SeatCode;

/**
 * A grant that has ended while tokens that carry it live on: of a seat to a local party, or of a local party to an
 * account. One of {@code seatCode} and {@code subject} is null.
 *
 * @param localParty id of the local party
 * @param seatCode the seat that the local party has lost: its own, or one that it was twinned with
 * @param subject the account that has left the local party
 */
public record Tombstone(String localParty, SeatCode seatCode, String subject) {}
