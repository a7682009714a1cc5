package uk.hustings.campaign.allocation.domain;

import java.util.Objects;
import uk.hustings.campaign.effect.domain.LeadGain;

/**
 * What work in a seat returns: the lead rises with the votes that work brings, less and less ({@link LeadGain}).
 *
 * @param seatCode of the seat
 * @param curve the chance of winning it
 * @param votesCeiling the most votes that can be brought, 0 or more; nothing can be gained at 0
 * @param pointsPerVote points of lead for each vote brought, 100 / (turnout × electorate); twice that where votes are won from
 *     the strongest opponent
 */
public record SeatReturn(String seatCode, WinCurve curve, double votesCeiling, double pointsPerVote) {

    public SeatReturn {
        Objects.requireNonNull(seatCode);
        Objects.requireNonNull(curve);
        requireAmount(votesCeiling, "votesCeiling");
        requireAmount(pointsPerVote, "pointsPerVote");
    }

    /**
     * @param votes that the work would bring if nobody were reached twice, 0 or more
     * @return points of lead
     */
    public double gainPts(double votes) {
        return LeadGain.points(votes, votesCeiling, pointsPerVote);
    }

    /** Points of lead that no amount of work exceeds. */
    public double maxGainPts() {
        return pointsPerVote * votesCeiling;
    }

    /** The chance of winning the seat that such work adds, from 0 to 1. */
    public double value(double votes) {
        return curve.probability(gainPts(votes)) - curve.probability(0);
    }

    private static void requireAmount(double amount, String name) {
        if (!Double.isFinite(amount) || amount < 0) {
            throw new IllegalArgumentException("%s is %s".formatted(name, amount));
        }
    }
}
