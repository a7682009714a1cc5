package uk.hustings.polls.poll.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Named kinds as the API and the tables write them: lower case, words joined by hyphens. */
public final class Codes {

    /** Made once for each kind: an import of thousands of rows asks for them at every cell. */
    private static final ClassValue<List<String>> CODES = new ClassValue<>() {
        @Override
        protected List<String> computeValue(Class<?> kinds) {
            return Arrays.stream(kinds.getEnumConstants())
                    .map(kind ->
                            ((Enum<?>) kind).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .toList();
        }
    };

    private Codes() {}

    /** For example {@code party-members}. */
    public static String codeOf(Enum<?> kind) {
        return CODES.get(kind.getDeclaringClass()).get(kind.ordinal());
    }

    /** @throws IllegalArgumentException if there is no such kind */
    public static <K extends Enum<K>> K read(Class<K> kinds, String code) {
        int place = CODES.get(kinds).indexOf(code);
        if (place < 0) {
            throw new IllegalArgumentException("No such kind: " + code);
        }
        return kinds.getEnumConstants()[place];
    }

    /** All codes of a kind, in the order of their declaration. */
    public static <K extends Enum<K>> List<String> all(Class<K> kinds) {
        return CODES.get(kinds);
    }
}
