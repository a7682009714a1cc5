package uk.hustings.campaign.spending.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The two regulated periods of a candidate. Each has a limit of its own; what one leaves over is lost to the other. */
public enum SpendingPeriod {
    /** Before dissolution, once a Parliament has lasted 55 months (RPA 1983, s. 76ZA). */
    LONG,
    /** From the day on which somebody becomes a candidate to polling day (RPA 1983, s. 76). */
    SHORT;

    /** As the API writes it, for example {@code short}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(SpendingPeriod::code).toList();
    }

    /** @throws IllegalArgumentException if no period has this code */
    public static SpendingPeriod fromCode(String code) {
        return Codes.find(values(), SpendingPeriod::code, code);
    }
}
