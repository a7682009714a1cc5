package uk.hustings.seats.party.domain;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A party, by a code that is open: a new party needs no new program.
 *
 * @param code lower case, for example {@code lab}
 * @param colour for charts, {@code #RRGGBB} in capitals
 * @param lineage codes of the parties that it continues; empty for most
 */
public record Party(String code, String name, String colour, List<String> lineage) {

    /** The bucket of candidates whose party has no code of its own: never a challenger, never a winner. */
    public static final String OTHER = "other";

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Pattern COLOUR = Pattern.compile("#[0-9A-F]{6}");

    /** Whether this can be a party's code: lower-case letters, digits and hyphens, a letter first, 32 at most. */
    public static boolean isCode(String text) {
        return text != null && CODE.matcher(text).matches();
    }

    /** Whether this is a colour: # and six hexadecimal digits, letters in capitals. */
    public static boolean isColour(String text) {
        return text != null && COLOUR.matcher(text).matches();
    }

    public Party {
        lineage = List.copyOf(lineage);
    }
}
