package uk.hustings.local;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import uk.hustings.local.suite.Home;
import uk.hustings.local.suite.Leftovers;
import uk.hustings.local.suite.Ports;
import uk.hustings.local.suite.SuiteFailure;

/**
 * Where and with what settings the script was called.
 *
 * @param projectRoot directory of the script
 */
record Invocation(Path projectRoot, Map<String, String> environment) {

    /** The script sets the property {@code hustings.root}. */
    static Invocation here() {
        return new Invocation(
                Path.of(System.getProperty("hustings.root", ""))
                        .toAbsolutePath()
                        .normalize(),
                System.getenv());
    }

    Home home() {
        return new Home(projectRoot.resolve(".hustings"));
    }

    Path programs() {
        return home().directory().resolve("programs");
    }

    Optional<ProcessHandle> postgresProcess() {
        return home().postgres(programs(), 0, "").process();
    }

    /** Whether a runner is at work here. */
    boolean suiteRuns() {
        return home().ledger().running().containsKey(Leftovers.RUNNER);
    }

    /** @throws SuiteFailure if no suite runs */
    Ports portsOfRunningSuite() {
        if (!suiteRuns()) {
            throw new SuiteFailure("The suite is not running. Start it with: ./hustings up");
        }
        return Ports.recordedIn(home().ledger())
                .orElseThrow(() -> new SuiteFailure("The suite is just starting. Try again in a moment."));
    }
}
