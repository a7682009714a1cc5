package uk.hustings.api.intake;

/**
 * Keeps spreadsheets from running a cell's text as a formula: an apostrophe goes before it on the way out, and comes off
 * on the way in, so that what was exported is imported as it was.
 */
public final class FormulaGuard {

    private static final String DANGEROUS = "=+-@\t\r";
    private static final char GUARD = '\'';

    private FormulaGuard() {}

    /** The text as it may stand in a file. */
    public static String guard(String text) {
        return isDangerous(text) || isGuarded(text) ? GUARD + text : text;
    }

    /** What {@link #guard} was given. */
    public static String unguard(String cell) {
        return isGuarded(cell) ? cell.substring(1) : cell;
    }

    private static boolean isDangerous(String text) {
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0;
    }

    /** One or more apostrophes before what is dangerous. */
    private static boolean isGuarded(String text) {
        int guards = 0;
        while (guards < text.length() && text.charAt(guards) == GUARD) {
            guards++;
        }
        return guards > 0 && isDangerous(text.substring(guards));
    }
}
