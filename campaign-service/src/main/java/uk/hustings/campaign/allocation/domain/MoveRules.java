package uk.hustings.campaign.allocation.domain;

/**
 * How a donor's work may be split over other people's seats.
 *
 * @param maxTargets seats, beside its own, to which one donor sends people; 0 or more
 * @param leastUnits a supply sends nothing or at least so many units to a seat; 0 for no such rule
 */
public record MoveRules(int maxTargets, double leastUnits) {

    /** Any number of targets, any size of a move. */
    public static final MoveRules NONE = new MoveRules(Integer.MAX_VALUE, 0);

    public MoveRules {
        if (maxTargets < 0 || !(leastUnits >= 0)) {
            throw new IllegalArgumentException("%d targets, moves of %s".formatted(maxTargets, leastUnits));
        }
    }
}
