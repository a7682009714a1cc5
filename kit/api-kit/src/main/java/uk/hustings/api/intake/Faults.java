package uk.hustings.api.intake;

import java.util.List;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.ProblemType;

/** Everything that is wrong with what was sent, told at once. */
public final class Faults {

    /** More than this many nobody reads; the problem says how many there are in all. */
    private static final int MOST_TOLD = 100;

    private Faults() {}

    /** @throws uk.hustings.api.problem.Problem INVALID_INPUT naming the first hundred faults, if there are any */
    public static void refuseAny(List<FieldError> faults) {
        if (!faults.isEmpty()) {
            throw ProblemType.INVALID_INPUT
                    .because("%d faults; nothing was written.".formatted(faults.size()))
                    .withErrors(faults.subList(0, Math.min(MOST_TOLD, faults.size())));
        }
    }
}
