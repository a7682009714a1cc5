package uk.hustings.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import uk.hustings.local.process.DirectoryTree;

/**
 * One build of an app in a place where the next build does not touch it, so that one can build and test while the suite
 * runs. The files are links to those of the build and take no room.
 *
 * @param directory named after app and build
 */
record Installation(App app, Path directory) {

    private static final String PROGRAM = "quarkus-run.jar";

    /**
     * @param place directory of all installations
     * @throws SuiteFailure if the app is not built
     */
    static Installation of(App app, Path projectRoot, Path place) {
        Path built = app.program(projectRoot);
        Path program = built.resolve(PROGRAM);
        if (!Files.exists(program)) {
            throw new SuiteFailure("%s is not built (%s is missing). Run: ./hustings build"
                    .formatted(app.module(), projectRoot.relativize(program)));
        }
        Installation installation = new Installation(app, place.resolve(app.module() + "-" + buildOf(program)));
        installation.linkFrom(built);
        return installation;
    }

    /** A name for the build that made the program; another build has another. */
    static String buildOf(Path program) {
        try {
            return "%08x"
                    .formatted((Files.getLastModifiedTime(program).toMillis() + " " + Files.size(program)).hashCode());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path program() {
        return directory.resolve(PROGRAM);
    }

    /** The jar with the app's own classes and migrations. */
    Path ownJar() {
        try (Stream<Path> jars = Files.list(directory.resolve("app"))) {
            return jars.filter(jar -> jar.getFileName().toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new SuiteFailure(app.module() + " is built wrongly. Run: ./hustings build"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** To be called only while no suite can be running from them. */
    void removeOlder() {
        try (Stream<Path> others = Files.list(directory.getParent())) {
            for (Path other : others.filter(this::isOlder).toList()) {
                DirectoryTree.delete(other);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void linkFrom(Path built) {
        if (Files.isDirectory(directory)) {
            return;
        }
        try {
            Files.createDirectories(directory.getParent());
            Path draft = Files.createTempDirectory(directory.getParent(), directory.getFileName() + ".linking-");
            try (Stream<Path> files = Files.walk(built)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path link = draft.resolve(built.relativize(file).toString());
                    Files.createDirectories(link.getParent());
                    linkOrCopy(file, link);
                }
            }
            Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException installedMeanwhile) {
            // By a suite that started at the same time: its links are as good.
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void linkOrCopy(Path file, Path link) throws IOException {
        try {
            Files.createLink(link, file);
        } catch (IOException | UnsupportedOperationException otherFileSystem) {
            Files.copy(file, link, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private boolean isOlder(Path other) {
        return other.getFileName().toString().startsWith(app.module() + "-") && !other.equals(directory);
    }
}
