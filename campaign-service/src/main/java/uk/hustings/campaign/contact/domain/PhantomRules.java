package uk.hustings.campaign.contact.domain;

/**
 * From when on counts look as if not all of the contacts had been made.
 *
 * @param weeklyShareOfElectors share of a seat's electors, 0 to 1, that one local party can speak to in a week
 * @param sameDays as many days in succession with the same count are noticed
 * @param sameAtLeast counts below this are often the same by chance
 * @param sameApart most days from one of these days to the next: weekly sessions are no succession
 * @param jumpTimes a week is noticed that has more than so many times the median of the weeks before
 * @param jumpAbove and more contacts than this
 * @param jumpWeeks as many weeks with contacts before it make the median
 * @param jumpWeeksLeast with fewer there is no history to jump from
 */
public record PhantomRules(
        double weeklyShareOfElectors,
        int sameDays,
        int sameAtLeast,
        int sameApart,
        double jumpTimes,
        int jumpAbove,
        int jumpWeeks,
        int jumpWeeksLeast) {}
