package uk.hustings.campaign.localparty;

import uk.hustings.api.id.SeatCode;

/**
 * A seat that goes from one local party to another.
 *
 * @param from null if nobody had it
 * @param to null if nobody has it from now on
 */
public record SeatMove(SeatCode seat, String from, String to) {}
