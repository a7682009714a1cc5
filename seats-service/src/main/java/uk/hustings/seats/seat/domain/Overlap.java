package uk.hustings.seats.seat.domain;

/**
 * What an old seat and a new one have in common.
 *
 * @param from the old seat
 * @param to the new seat, of another boundary set
 * @param population by people
 * @param dwellings by homes
 * @param area by square kilometres
 */
public record Overlap(SeatKey from, SeatKey to, Parts population, Parts dwellings, Parts area) {

    /**
     * @param ofFrom part of the old seat that went to the new one, 0 to 1
     * @param ofTo part of the new seat that came from the old one, 0 to 1
     */
    public record Parts(double ofFrom, double ofTo) {}
}
