package uk.hustings.local.suite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The one suite of a test run, on free ports and new data: started for the first test that asks, stopped when the JVM
 * ends. Its logs stay in {@code local/target/suite/logs}.
 */
public final class RunningSuite {

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
        SuiteSettings settings = SuiteSettings.test(root, root.resolve("local/target/suite"), new Progress(System.out));
        Home home = new Home(settings.home());
        Leftovers.endAll(home, settings.programs());
        delete(home.directory());
        return Suite.start(settings);
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path entry : deepestFirst) {
                Files.delete(entry);
            }
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
