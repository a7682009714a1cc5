package uk.hustings.campaign.contact;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import uk.hustings.campaign.contact.domain.PhantomRules;

/** From when on counts are flagged. */
@ConfigMapping(prefix = "hustings.contact-checks")
public interface ContactCheckConfig {

    /** Share of a seat's electors, 0 to 1; a local party that speaks to more of them in a week is flagged. */
    @WithDefault("0.25")
    double weeklyShareOfElectors();

    /** As many days in succession with the same count by a channel are flagged. */
    @WithDefault("4")
    int sameDays();

    /** Lower counts are often the same by chance. */
    @WithDefault("20")
    int sameAtLeast();

    /** Most days from one of these days to the next. */
    @WithDefault("3")
    int sameApart();

    /** A week with more than so many times the median of the weeks before is flagged. */
    @WithDefault("5")
    double jumpTimes();

    /** If it has more contacts than this as well. */
    @WithDefault("200")
    int jumpAbove();

    /** As many weeks with contacts before it make the median. */
    @WithDefault("8")
    int jumpWeeks();

    /** With fewer there is no history to jump from. */
    @WithDefault("3")
    int jumpWeeksLeast();

    default PhantomRules rules() {
        return new PhantomRules(
                weeklyShareOfElectors(),
                sameDays(),
                sameAtLeast(),
                sameApart(),
                jumpTimes(),
                jumpAbove(),
                jumpWeeks(),
                jumpWeeksLeast());
    }
}
