package uk.hustings.seats.change;

import uk.hustings.seats.seat.domain.Seat;

/**
 * The seats that an answer is about.
 *
 * @param region GSS code; null for all
 * @param country name; null for all
 */
record Area(String region, String country) {

    boolean holds(Seat seat) {
        return (region == null || seat.regionCode().equals(region))
                && (country == null || seat.country().equals(country));
    }
}
