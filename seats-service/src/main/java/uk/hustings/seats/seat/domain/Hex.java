package uk.hustings.seats.seat.domain;

/**
 * A seat's place on the hex map of its boundary set, in which every seat is a hexagon of the same size.
 *
 * @param q column
 * @param r row; odd rows are shifted to the right by half a hexagon ("odd-r")
 */
public record Hex(int q, int r) {}
