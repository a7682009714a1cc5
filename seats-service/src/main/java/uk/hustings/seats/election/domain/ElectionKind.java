package uk.hustings.seats.election.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether every seat votes or one. */
public enum ElectionKind {
    GENERAL,
    BY_ELECTION;

    /** As it is written on the wire: {@code general} or {@code by-election}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ElectionKind> fromCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
