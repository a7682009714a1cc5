package uk.hustings.polls.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How much of the evidence something is made of. */
public enum Extent {
    /** What everybody may see. */
    PUBLIC,
    /** Everything that counts. */
    INTERNAL;

    public static final List<String> CODES =
            Arrays.stream(values()).map(Extent::code).toList();

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param code one of {@link #CODES}; null for public */
    public static Extent of(String code) {
        return code == null ? PUBLIC : valueOf(code.toUpperCase(Locale.ROOT));
    }
}
