package uk.hustings.polls.intake;

import java.util.function.Supplier;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;

/** Gives a refusal its own name where nothing is wrong but that shares do not add up. */
final class OffSum {

    private OffSum() {}

    /**
     * Reads, and names the refusal.
     *
     * @param pointer how the place of such a fault ends
     * @throws Problem what {@code reading} throws, or SHARES_OFF_SUM
     */
    static <T> T named(String pointer, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Problem faults) {
            boolean offSumAlone = !faults.errors().isEmpty()
                    && faults.errors().stream()
                            .allMatch(fault -> fault.pointer().endsWith(pointer));
            throw offSumAlone
                    ? ProblemType.SHARES_OFF_SUM.because(faults.getMessage()).withErrors(faults.errors())
                    : faults;
        }
    }
}
