package uk.hustings.access;

import java.util.Arrays;
import java.util.Locale;

/** How far a permission carries a role, as a cell of the matrix says it. */
public enum Reach {
    NONE,
    /** Only what concerns the caller alone. */
    SELF,
    /** The seats of the caller's own local party. */
    OWN,
    /** Own seats, and seats the caller's local party is twinned with. */
    OWN_AND_TWIN,
    /** Every seat of the caller's region. */
    REGION,
    ALL;

    static Reach fromCell(String cell) {
        return switch (cell) {
            case "" -> NONE;
            case "own+twin" -> OWN_AND_TWIN;
            default ->
                Arrays.stream(values())
                        .filter(reach -> reach.name().toLowerCase(Locale.ROOT).equals(cell))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("No such reach in the access matrix: " + cell));
        };
    }
}
