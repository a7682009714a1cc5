package uk.hustings.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import uk.hustings.local.process.DirectoryTree;

/**
 * The one suite of a test run, on free ports and new data: started for the first test that asks, stopped when the JVM
 * ends. Its logs stay in {@code local/target/suite/logs}.
 */
public final class RunningSuite {

    private static SuiteSettings settings;
    private static Suite suite;
    private static RuntimeException failure;

    private RunningSuite() {}

    /** @throws SuiteFailure the same for every test, if it could not be started */
    public static synchronized Suite get() {
        if (failure != null) {
            throw failure;
        }
        if (suite == null) {
            try {
                suite = start();
            } catch (RuntimeException failed) {
                failure = failed;
                throw failed;
            }
        }
        return suite;
    }

    /** Stops everything in order and starts it again, on the same ports and with the same data. */
    public static synchronized Suite restart() {
        get().close();
        suite = null;
        try {
            suite = Suite.start(settings);
        } catch (RuntimeException failed) {
            failure = failed;
            throw failed;
        }
        return suite;
    }

    /** Directory of the whole project. */
    public static Path projectRoot() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("hustings"))) {
            directory = directory.getParent();
        }
        return directory;
    }

    private static Suite start() {
        Path root = projectRoot();
        settings = SuiteSettings.test(root, root.resolve("local/target/suite"), new Progress(System.out));
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
