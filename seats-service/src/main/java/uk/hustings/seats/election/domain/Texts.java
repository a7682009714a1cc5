package uk.hustings.seats.election.domain;

import uk.hustings.api.text.domain.Characters;

/** What people call things: one line of text. */
public final class Texts {

    /** What {@link #isLine} asks for, in words. */
    public static final String EXPECTED =
            "must be 1 to 500 characters, none of them a control character or a line break";

    private static final int LONGEST = 500;

    private Texts() {}

    /** Whether this is 1 to 500 characters, not all blank, without line ends and other control characters. */
    public static boolean isLine(String text) {
        return !Characters.isBlank(text) && Characters.count(text) <= LONGEST && Characters.isPlain(text);
    }

    /** The text without outer blanks; null for one that has nothing else. */
    public static String stripped(String text) {
        return Characters.stripped(text);
    }
}
