package uk.hustings.seats.seat.domain;

/** The mean place of the postcodes of a seat, which says where its people live better than the middle of its area does. */
public record PostcodeCentroid(SeatKey seat, Centroid place) {}
