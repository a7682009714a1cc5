package uk.hustings.seats.election.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether votes were cast in these seats or have been estimated for them from those of other boundaries. */
public enum Basis {
    ACTUAL,
    NOTIONAL;

    /** As it is written on the wire: {@code actual} or {@code notional}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Basis> fromCode(String code) {
        return Arrays.stream(values())
                .filter(basis -> basis.code().equals(code))
                .findFirst();
    }
}
