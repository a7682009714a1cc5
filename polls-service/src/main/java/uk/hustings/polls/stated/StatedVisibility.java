package uk.hustings.polls.stated;

import java.time.Instant;
import java.util.function.BiConsumer;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Visibility;

/** Who may know of a poll, as somebody states it. */
public final class StatedVisibility {

    /** No embargo lasts longer; what a database and a timer can hold ends not far behind. */
    private static final Instant LAST_END = Instant.parse("3000-01-01T00:00:00Z");

    private StatedVisibility() {}

    /**
     * Reads what was stated.
     *
     * @param text code; null or blank if nothing was said
     * @param until domain time; null if nothing was said
     * @param faults takes field and detail of what is wrong
     * @return null if nothing was said, or something that is wrong
     */
    public static Visibility read(String text, Instant until, BiConsumer<String, String> faults) {
        Visibility said = null;
        if (text != null && !text.isBlank()) {
            if (!Codes.all(Visibility.class).contains(text.strip())) {
                faults.accept("visibility", "must be one of " + Codes.all(Visibility.class));
                return null;
            }
            said = Codes.read(Visibility.class, text.strip());
        }
        String wrong = wrong(said, until);
        if (wrong != null) {
            faults.accept("embargoedUntil", wrong);
            return null;
        }
        return said;
    }

    private static String wrong(Visibility said, Instant until) {
        if (said == Visibility.EMBARGOED && until == null) {
            return "must say when the embargo ends";
        }
        if (said != Visibility.EMBARGOED && until != null) {
            return "must be left out: only an embargo ends";
        }
        return until != null && !until.isBefore(LAST_END) ? "must be earlier than " + LAST_END : null;
    }
}
