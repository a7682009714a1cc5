package uk.hustings.polls.average.domain;

/**
 * What the average takes for granted. Standard deviations are points, the same for every party, so that what one poll says
 * never changes what another one is worth.
 *
 * @param designEffect by how much the variance of a poll exceeds that of a simple random sample, 1 or more
 * @param houseSd of what a pollster's polls have in common
 * @param houseMemoryDays after which 1/e of a pollster's effect is left
 * @param driftSd by which opinion moves in a day
 */
public record AverageParameters(double designEffect, double houseSd, double houseMemoryDays, double driftSd) {}
