package uk.hustings.api.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.ProblemType;

/** Everything that is wrong with what was sent, told at once: all is counted, the first hundred faults are kept. */
public final class Faults {

    /** More than this many nobody reads; the problem says how many there are in all. */
    private static final int MOST_TOLD = 100;

    private final List<FieldError> told = new ArrayList<>();
    private int count;

    /** @throws uk.hustings.api.problem.Problem INVALID_INPUT naming the first hundred faults, if there are any */
    public static void refuseAny(List<FieldError> faults) {
        Faults all = new Faults();
        faults.forEach(all::add);
        all.refuse();
    }

    public void add(FieldError fault) {
        count++;
        if (told.size() < MOST_TOLD) {
            told.add(fault);
        }
    }

    /** Hands on what is made, unless a fault was found in making it. */
    <T> void unless(Supplier<T> making, Consumer<? super T> taker) {
        int before = count;
        T made = making.get();
        if (count == before) {
            taker.accept(made);
        }
    }

    /** @throws uk.hustings.api.problem.Problem INVALID_INPUT naming the first hundred faults, if there are any */
    public void refuse() {
        if (count > 0) {
            throw ProblemType.INVALID_INPUT
                    .because("%d faults; nothing was written.".formatted(count))
                    .withErrors(told);
        }
    }
}
