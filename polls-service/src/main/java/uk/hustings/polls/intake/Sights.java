package uk.hustings.polls.intake;

import java.time.Instant;
import java.util.function.BiConsumer;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Visibility;

/** Who may know of evidence that is sent. */
public final class Sights {

    private Sights() {}

    /**
     * Reads what was said.
     *
     * @param faults takes field and detail of what is wrong
     * @return null if nothing was said, or something that is wrong
     */
    public static Visibility visibility(String text, Instant until, BiConsumer<String, String> faults) {
        Visibility said = null;
        if (text != null && !text.isBlank()) {
            if (!Codes.all(Visibility.class).contains(text.strip())) {
                faults.accept("visibility", "must be one of " + Codes.all(Visibility.class));
                return null;
            }
            said = Codes.read(Visibility.class, text.strip());
        }
        if (said == Visibility.EMBARGOED && until == null) {
            faults.accept("embargoedUntil", "must say when the embargo ends");
            return null;
        }
        if (said != Visibility.EMBARGOED && until != null) {
            faults.accept("embargoedUntil", "must be empty unless visibility is embargoed");
            return null;
        }
        return said;
    }
}
