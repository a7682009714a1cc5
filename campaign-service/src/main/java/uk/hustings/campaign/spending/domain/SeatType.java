package uk.hustings.campaign.spending.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which kind of constituency the law distinguishes. A burgh, in Scotland, counts as a borough (RPA 1983, s. 204). */
public enum SeatType {
    COUNTY,
    BOROUGH;

    private static final String BURGH = "burgh";

    /** As the API writes it, for example {@code county}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(SeatType::code).toList();
    }

    /**
     * @param text {@code county}, {@code borough} or {@code burgh}, in any case
     * @throws IllegalArgumentException if it is none of them
     */
    public static SeatType fromText(String text) {
        String code = text.toLowerCase(Locale.ROOT);
        return code.equals(BURGH) ? BOROUGH : Codes.find(values(), SeatType::code, code);
    }
}
