package uk.hustings.local.bench.access;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import uk.hustings.local.bench.Machine;

/** Measures everything about access, one section after the other. */
public final class AccessBench {

    private final List<AccessSection> sections;
    private final Consumer<String> progress;

    /** @param progress told what is being done */
    public AccessBench(Path projectRoot, Consumer<String> progress) {
        this.sections = List.of(new AccessDecisionsBench(progress), new LocksEverywhere(projectRoot, progress));
        this.progress = progress;
    }

    /** @return whether all aims are reached */
    public boolean run(boolean quick) {
        Machine machine = new Machine();
        List<String> missed = new ArrayList<>();
        StringBuilder tables = new StringBuilder();
        for (AccessSection section : sections) {
            progress.accept("Measuring: " + section.name());
            AccessSection.Findings findings = section.measure(quick);
            tables.append(findings.table()).append('\n');
            missed.addAll(findings.missed());
        }
        progress.accept(machine.busy() + tables);
        progress.accept(missed.isEmpty() ? "All aims are reached." : "MISSED: " + String.join("; ", missed));
        return missed.isEmpty();
    }
}
