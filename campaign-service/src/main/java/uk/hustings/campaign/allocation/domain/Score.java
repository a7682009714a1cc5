package uk.hustings.campaign.allocation.domain;

import java.util.Arrays;

/**
 * What a plan gains in elections in which it was not chosen, compared with another plan in the same elections.
 *
 * @param difference of the means: seats, or the chance of at least so many
 * @param standardError of that difference, from the number of elections alone: it knows nothing of wrong forecasts or effects
 */
public record Score(double difference, double standardError) {

    /** Seats won by the plan less those won by the other. */
    public static Score ofSeats(JointDraws scoring, Plan plan, Plan other) {
        return of(differences(scoring.seatsWon(plan.gainsPts()), scoring.seatsWon(other.gainsPts())));
    }

    /** The chance of winning at least so many seats with the plan less that with the other. */
    public static Score ofChance(JointDraws scoring, int seatsWanted, Plan plan, Plan other) {
        return of(differences(
                reached(scoring.seatsWon(plan.gainsPts()), seatsWanted),
                reached(scoring.seatsWon(other.gainsPts()), seatsWanted)));
    }

    private static int[] reached(int[] seatsWon, int wanted) {
        return Arrays.stream(seatsWon).map(won -> won >= wanted ? 1 : 0).toArray();
    }

    private static int[] differences(int[] ours, int[] others) {
        int[] differences = new int[ours.length];
        for (int election = 0; election < differences.length; election++) {
            differences[election] = ours[election] - others[election];
        }
        return differences;
    }

    private static Score of(int[] differences) {
        double mean = Arrays.stream(differences).average().orElse(0);
        double squares = Arrays.stream(differences)
                .mapToDouble(difference -> (difference - mean) * (difference - mean))
                .sum();
        int elections = differences.length;
        return new Score(mean, Math.sqrt(squares / Math.max(1, elections - 1) / elections));
    }
}
