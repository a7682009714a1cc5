package uk.hustings.campaign.resource.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How an amount is known, in order of precedence: of several for the same week the first one counts, never their sum. */
public enum Basis {
    /** The holder committed to it. */
    PLEDGED,
    /** Worked out from reported contacts and hours. It cannot be stated. */
    MEASURED,
    /** Somebody's estimate. */
    ESTIMATED;

    /** As the API writes it, for example {@code pledged}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether people state it, as opposed to what is worked out. */
    public boolean stated() {
        return this != MEASURED;
    }

    public static Optional<Basis> fromCode(String code) {
        return Arrays.stream(values())
                .filter(basis -> basis.code().equals(code))
                .findFirst();
    }

    /** In order of precedence. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Basis::code).toList();
    }
}
