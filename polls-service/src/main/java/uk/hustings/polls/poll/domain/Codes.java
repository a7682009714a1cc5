package uk.hustings.polls.poll.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Named kinds as the API and the tables write them: lower case, words joined by hyphens. */
public final class Codes {

    private Codes() {}

    /** For example {@code party-members}. */
    public static String codeOf(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if there is no such kind */
    public static <K extends Enum<K>> K read(Class<K> kinds, String code) {
        return Arrays.stream(kinds.getEnumConstants())
                .filter(kind -> codeOf(kind).equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such kind: " + code));
    }

    /** All codes of a kind, in the order of their declaration. */
    public static <K extends Enum<K>> List<String> all(Class<K> kinds) {
        return Arrays.stream(kinds.getEnumConstants()).map(Codes::codeOf).toList();
    }
}
