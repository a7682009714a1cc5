package uk.hustings.local.bench.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import uk.hustings.local.bench.Machine;
import uk.hustings.local.bench.faults.FaultPlan.Fault;
import uk.hustings.local.process.DirectoryTree;
import uk.hustings.local.suite.Home;
import uk.hustings.local.suite.Leftovers;
import uk.hustings.local.suite.Progress;
import uk.hustings.local.suite.Suite;
import uk.hustings.local.suite.SuiteSettings;

/** Kills parts of a suite of its own, round after round, until something contradicts or all rounds are over. */
public final class FaultsBench {

    /** Safe seats, where the weekly limit applies. */
    private static final List<String> LOCAL_PARTIES = List.of(
            "liverpool-walton",
            "liverpool-west-derby",
            "east-ham",
            "west-ham",
            "houghton-and-sunderland-south",
            "washington-and-sunderland-west");

    private final Path projectRoot;
    private final Consumer<String> progress;

    /** @param progress told what is being done */
    public FaultsBench(Path projectRoot, Consumer<String> progress) {
        this.projectRoot = projectRoot;
        this.progress = progress;
    }

    /**
     * @param seed of all that is left to chance, but for who is quicker
     * @return whether nothing contradicted anything
     */
    public boolean run(int rounds, long seed) {
        Machine machine = new Machine();
        progress.accept(
                "%d rounds from the seed %d, on a suite of its own in .hustings/faults".formatted(rounds, seed));
        List<RoundFigures> done = new ArrayList<>();
        try (Suite suite = start()) {
            FaultRounds work = new FaultRounds(suite, LOCAL_PARTIES);
            for (Fault fault : FaultPlan.of(seed, rounds)) {
                RoundFigures figures = work.run(fault);
                done.add(figures);
                progress.accept("round %d: %s killed after %d ms, back in %.1f s, agreed after %.1f s more"
                        .formatted(
                                done.size(),
                                fault.victim(),
                                fault.after().toMillis(),
                                figures.backSeconds(),
                                figures.agreedSeconds()));
            }
            progress.accept(machine.busy() + FaultTable.of(done) + "No contradiction in %d rounds.".formatted(rounds));
            return true;
        } catch (Contradiction found) {
            progress.accept(machine.busy() + FaultTable.of(done));
            progress.accept("CONTRADICTION, with the seed %d. %s%nThe logs are in .hustings/faults/logs."
                    .formatted(seed, found.getMessage()));
            return false;
        }
    }

    private Suite start() {
        SuiteSettings settings =
                SuiteSettings.test(projectRoot, projectRoot.resolve(".hustings/faults"), new Progress(System.out));
        Home home = new Home(settings.home());
        Leftovers.endAll(home, settings.programs());
        try {
            DirectoryTree.delete(home.directory());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return Suite.start(settings);
    }
}
