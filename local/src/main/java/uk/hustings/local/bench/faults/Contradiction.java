package uk.hustings.local.bench.faults;

import java.util.List;

/** What was acknowledged, stored, cited and granted does not agree. */
public final class Contradiction extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param findings one or more */
    Contradiction(FaultPlan.Fault fault, List<String> findings) {
        super("Round %d, %s killed after %d ms:%n  %s"
                .formatted(
                        fault.number() + 1, fault.victim(), fault.after().toMillis(), String.join("\n  ", findings)));
    }
}
