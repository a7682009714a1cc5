package uk.hustings.api.text.domain;

/**
 * Rules about the characters of a text. Lengths are counted in Unicode code points, as PostgreSQL and JSON Schema count
 * them.
 */
public final class Characters {

    /** What {@link #isPlain} asks for, in words. */
    public static final String PLAIN = "must be text without control characters or line breaks";

    private Characters() {}

    /**
     * Whether nothing of the text can be seen: it is null, empty, or has only white space, no-break spaces (U+00A0) or
     * invisible format characters such as U+200B.
     */
    public static boolean isBlank(String text) {
        return text == null || text.codePoints().allMatch(Characters::isInvisible);
    }

    /**
     * Whether the text is one line of text that a person can read: no control character, no line break of any kind, no tab
     * and no half of a surrogate pair.
     */
    public static boolean isPlain(String text) {
        return text.codePoints().noneMatch(Characters::isOutOfPlace);
    }

    /**
     * Whether a database and a digest can hold the text as it is: PostgreSQL has no U+0000, and UTF-8 no half of a surrogate
     * pair, which Java would write as a question mark.
     */
    public static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** Length in code points. */
    public static int count(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The text without spaces of any kind at its ends; null for one that {@link #isBlank}. */
    public static String stripped(String text) {
        if (isBlank(text)) {
            return null;
        }
        int from = 0;
        int to = text.length();
        while (isSpace(text.charAt(from))) {
            from++;
        }
        while (isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isInvisible(int point) {
        return isSpace(point) || Character.getType(point) == Character.FORMAT;
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    private static boolean isOutOfPlace(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }
}
