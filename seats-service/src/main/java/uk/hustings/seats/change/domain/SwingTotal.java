package uk.hustings.seats.change.domain;

import java.util.List;

/**
 * How several seats swung together: the swing of their summed votes, not the mean of their swings. A party that stood
 * in some of the seats only counts with what it got there.
 *
 * @param seats how many
 * @param measured how many of them have a swing of their own
 * @param before votes of the first election; null if there are no seats
 * @param after votes of the second election; null if there are no seats
 * @param swingPts to the first of the pair; null if either stood in none of the seats in either election
 */
public record SwingTotal(int seats, int measured, Tally before, Tally after, Double swingPts) {

    public static SwingTotal of(List<SeatSwing> swings, PartyPair pair, SwingMeasure measure) {
        if (swings.isEmpty()) {
            return new SwingTotal(0, 0, null, null, null);
        }
        Tally before =
                Tally.sum(swings.stream().map(SeatSwing::before).toList()).orElseThrow();
        Tally after = Tally.sum(swings.stream().map(SeatSwing::after).toList()).orElseThrow();
        int measured =
                (int) swings.stream().filter(swing -> swing.swingPts() != null).count();
        return new SwingTotal(swings.size(), measured, before, after, measure.between(before, after, pair));
    }
}
