package uk.hustings.local.bench;

import java.util.List;

/**
 * What was measured with so many seats.
 *
 * @param times the real number of seats
 * @param heapBytes that the facts take: heap after a collection with them, less heap without any
 * @param rebuildSeconds median time to read all facts from the database and swap them in
 * @param firstList a list of 50 that was not asked for before, one after the other
 */
record Scale(
        int times,
        int seats,
        double heapBytes,
        double rebuildSeconds,
        List<Comparison> comparisons,
        Figures firstList) {

    static final double HEAP_AIM = 64 << 20;

    double heapMebibytes() {
        return heapBytes / (1 << 20);
    }
}
