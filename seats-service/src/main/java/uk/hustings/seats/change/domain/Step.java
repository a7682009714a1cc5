package uk.hustings.seats.change.domain;

import java.util.Map;

/**
 * A point of a series, with what changed since the point before it on the same boundaries.
 *
 * @param since the point before; null for the first on its boundaries
 * @param changesPts what each share gained; only of parties that stood both times; empty if there is no point before
 * @param pair between whom the swing is measured; null if fewer than two parties stood
 * @param swingPts Butler swing to the first of the pair; null if there is no point before or either did not stand
 */
public record Step(Outcome outcome, Outcome since, Map<String, Double> changesPts, PartyPair pair, Double swingPts) {}
