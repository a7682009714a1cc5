package uk.hustings.campaign.twinning.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The days of a twinning, in London.
 *
 * @param from its first day
 * @param until its last day, which ends at London's midnight
 */
public record Period(LocalDate from, LocalDate until) {

    /** A leap year: no twinning outlives the campaign that it was made for. */
    public static final int MOST_DAYS = 366;

    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    public boolean overBy(LocalDate today) {
        return until.isBefore(today);
    }

    public boolean reversed() {
        return until.isBefore(from);
    }

    /** Both ends count; 1 for a single day. */
    public long days() {
        return ChronoUnit.DAYS.between(from, until) + 1;
    }

    public boolean tooLong() {
        return days() > MOST_DAYS;
    }
}
