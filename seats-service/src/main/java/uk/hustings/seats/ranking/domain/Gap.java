package uk.hustings.seats.ranking.domain;

import uk.hustings.seats.election.domain.Points;

/**
 * What lies between the best of the others and a party.
 *
 * @param votes that the best of the others had more than the party; less than 0 if the party had most, 0 if the lot
 *     decided between them
 * @param validVotes of the contest
 */
public record Gap(int votes, int validVotes) {

    /** The lead over the party in points. */
    public double leadPts() {
        return Points.of(votes, validVotes);
    }

    /** Half of the lead: what must swing to the party, in points. */
    public double swingRequiredPts() {
        return Points.of(votes, 2L * validVotes);
    }

    /** How many voters of the one ahead would have to vote for the party; 0 if it had most votes. */
    public int switchersNeeded() {
        return votes < 0 ? 0 : votes / 2 + 1;
    }

    /** How many who did not vote would have to vote for the party; 0 if it had most votes. */
    public int mobilisedNeeded() {
        return votes < 0 ? 0 : votes + 1;
    }

    /** The same as the one ahead sees it. */
    Gap fromAhead() {
        return new Gap(-votes, validVotes);
    }
}
