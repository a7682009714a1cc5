package uk.hustings.polls.seatref.domain;

import java.util.List;

/**
 * A party, by a code that is open.
 *
 * @param lineage codes of the parties that it continues; empty for most
 */
public record Party(String code, String name, List<String> lineage) {

    /** The bucket of candidates whose party has no code of its own: never a challenger, never a winner. */
    public static final String OTHER = "other";

    public Party {
        lineage = List.copyOf(lineage);
    }
}
