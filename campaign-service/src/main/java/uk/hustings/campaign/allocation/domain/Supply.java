package uk.hustings.campaign.allocation.domain;

/**
 * What somebody has to give in the period of a plan.
 *
 * @param id unique among the supplies of a model
 * @param donor who gives it; several supplies may have one donor, who sends people to a limited number of seats
 * @param units for example hours; 0 or more
 * @param leastAtHome units that stay in the donor's own seats, from 0 to {@code units}
 */
public record Supply(String id, String donor, double units, double leastAtHome) {

    public Supply {
        if (!(units >= 0) || !(leastAtHome >= 0) || !(leastAtHome <= units) || !Double.isFinite(units)) {
            throw new IllegalArgumentException("%s: %s units, %s at home".formatted(id, units, leastAtHome));
        }
    }
}
