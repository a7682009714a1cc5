package uk.hustings.seats.seat.domain;

/**
 * The middle of a seat's area, WGS84.
 *
 * @param lat degrees north, -90 to 90
 * @param lon degrees east, -180 to 180
 */
public record Centroid(double lat, double lon) {}
