package uk.hustings.campaign.spending.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What money was spent on, as a candidate's return lists it (RPA 1983, Schedule 4A). Volunteers' time is free, and the cost
 * of security is excluded, so neither has a category.
 */
public enum SpendingCategory {
    ADVERTISING,
    UNSOLICITED_MATERIAL,
    TRANSPORT,
    PUBLIC_MEETINGS,
    STAFF,
    ACCOMMODATION,
    ADMINISTRATION;

    /** As the API writes it, for example {@code unsolicited-material}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(SpendingCategory::code).toList();
    }

    /** @throws IllegalArgumentException if no category has this code */
    public static SpendingCategory fromCode(String code) {
        return Codes.find(values(), SpendingCategory::code, code);
    }
}
