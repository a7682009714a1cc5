package uk.hustings.campaign.resource;

import java.math.BigDecimal;
import uk.hustings.api.problem.FieldError;

/** A statement as somebody sent it; nothing is known to be right yet, and anything may be null. */
record SentStatement(
        String holderKind,
        String holder,
        String kind,
        String week,
        String basis,
        BigDecimal amount,
        String source,
        Integer replaces,
        String reason) {

    /** Takes what is wrong with a statement. */
    interface Faults {

        /** @param field as in the request, for example {@code amount} */
        void add(String field, String detail);
    }

    /**
     * A statement in which nothing is wrong.
     *
     * @param replaces the edition that it corrects; null if it corrects none
     * @param reason never null if it corrects one
     * @param place where it was sent
     */
    record Checked(
            ResourceStatement.Key key,
            BigDecimal amount,
            String source,
            Integer replaces,
            String reason,
            Place place) {}

    /** Where in a body a statement lies. */
    interface Place {

        /** In words, for example {@code line 12}. */
        String inWords();

        /** The error of a field of it. */
        FieldError error(String field, String detail);
    }
}
