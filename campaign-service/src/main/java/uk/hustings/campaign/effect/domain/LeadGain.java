package uk.hustings.campaign.effect.domain;

import java.util.Collection;

/**
 * The points of lead that work gains in a seat. Channels share one pool of
 * supporters, so more of one leaves less for the others:
 *
 * <pre>
 * v = Σ e·r·u           votes before saturation: lead votes per contact × contacts per unit × productive units
 * V = max e · φ·p·E     ceiling, over the channels that are used
 * g = 100 · V/(t·E) · (1 − exp(−v/V))
 * </pre>
 *
 * An effect on share counts twice in the lead, one on turnout once ({@link Outcome#votesInLead()}). Visits make no contacts;
 * their points are added as they are.
 */
public final class LeadGain {

    /** The part of the supporters that can be found, unless somebody says otherwise; assumed. */
    public static final double USUAL_FINDABLE = 0.5;

    private LeadGain() {}

    /**
     * What the gain depends on in a seat.
     *
     * @param electorate voters on the register, more than 0
     * @param turnout share of them that votes, more than 0 to 1
     * @param ourShare our expected share of the votes, 0 to 1
     * @param findable share of our supporters that can be found, 0 to 1
     */
    public record Ground(double electorate, double turnout, double ourShare, double findable) {

        /** @throws IllegalArgumentException if a figure is outside its range or not a number */
        public Ground {
            boolean right = electorate > 0
                    && electorate < Double.POSITIVE_INFINITY
                    && turnout > 0
                    && turnout <= 1
                    && isShare(ourShare)
                    && isShare(findable);
            if (!right) {
                throw new IllegalArgumentException("These are not the figures of a seat.");
            }
        }

        private static boolean isShare(double share) {
            return share >= 0 && share <= 1;
        }

        double votes() {
            return electorate * turnout;
        }

        double pool() {
            return findable * ourShare * electorate;
        }
    }

    /**
     * Work of one kind.
     *
     * @param units hours, items or visits that reach the seat, travel taken off; 0 or more
     */
    public record Work(Effect effect, double units) {

        /** @throws IllegalArgumentException if the units are negative, infinite or not a number */
        public Work {
            if (!(units >= 0 && units < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("Units of work are 0 or more.");
            }
        }
    }

    /** Points of lead; 0 if no work has an effect or nobody is there to be contacted. */
    public static double points(Ground ground, Collection<Work> works) {
        double direct = 0;
        double votes = 0;
        double strongest = 0;
        for (Work work : works) {
            direct += work.effect().leadPointsPerUnit() * work.units();
            votes += work.effect().leadVotesPerUnit() * work.units();
            if (work.units() > 0) {
                strongest = Math.max(strongest, work.effect().leadVotesPerContact());
            }
        }
        double ceiling = strongest * ground.pool();
        return direct + points(votes, ceiling, 100 / ground.votes());
    }

    /**
     * The points that contacts gain.
     *
     * @param votes v, 0 or more
     * @param ceiling V, in votes, 0 or more; nothing is gained at 0
     * @param pointsPerVote 100 / (turnout × electorate)
     */
    public static double points(double votes, double ceiling, double pointsPerVote) {
        // expm1 keeps the digits of a small gain.
        return ceiling == 0 ? 0 : -pointsPerVote * ceiling * Math.expm1(-votes / ceiling);
    }

    /** The most that contacts with this effect can gain, in points: β = 100 · e·φ·p/t. */
    public static double ceiling(Ground ground, Effect effect) {
        return 100 * effect.leadVotesPerContact() * ground.pool() / ground.votes();
    }

    /** Points that the first unit of this work gains, where nothing else is done; 0 if nobody is there to be contacted. */
    public static double slopeAtNought(Ground ground, Effect effect) {
        double ofContacts = ground.pool() == 0
                ? 0
                : slopeAtNought(effect.leadVotesPerUnit(), ground.electorate(), ground.turnout());
        return effect.leadPointsPerUnit() + ofContacts;
    }

    /**
     * The same where it is not known how many supporters there are: the first unit always finds one.
     *
     * @param leadVotesPerUnit votes that one unit adds to the lead
     */
    public static double slopeAtNought(double leadVotesPerUnit, double electorate, double turnout) {
        return 100 * leadVotesPerUnit / (electorate * turnout);
    }
}
