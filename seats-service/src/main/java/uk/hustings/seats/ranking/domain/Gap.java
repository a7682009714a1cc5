package uk.hustings.seats.ranking.domain;

import uk.hustings.seats.election.domain.Points;

/**
 * What lies between a seat's winner and another party.
 *
 * @param votes that the winner had more, at least 1
 * @param validVotes of the contest
 */
public record Gap(int votes, int validVotes) {

    /** The lead in points. */
    public double leadPts() {
        return Points.of(votes, validVotes);
    }

    /** Half of the lead: what must swing from the winner to the other party, in points. */
    public double swingRequiredPts() {
        return Points.of(votes, 2L * validVotes);
    }

    /** How many of the winner's voters would have to vote for the other party. */
    public int switchersNeeded() {
        return votes / 2 + 1;
    }

    /** How many who did not vote would have to vote for the other party. */
    public int mobilisedNeeded() {
        return votes + 1;
    }
}
