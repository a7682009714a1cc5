package uk.hustings.local.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import uk.hustings.local.process.Program;

/**
 * Keycloak as released, unpacked and built for PostgreSQL. Nothing in it changes afterwards, so several servers can run
 * from it.
 *
 * @param directory absolute
 */
public record KeycloakDistribution(Path directory) {

    private static final Duration BUILD_LIMIT = Duration.ofMinutes(5);
    private static final String DRAFT = ".unpacking-";
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    public KeycloakDistribution {
        directory = directory.toAbsolutePath().normalize();
    }

    /**
     * Gives the distribution in this place; the first time it is unpacked and built there, which takes half a minute.
     * All is made beside the place and moved there whole, so that a run that was killed leaves nothing that looks
     * finished.
     *
     * @param place directory that will hold it, named after its version
     */
    public static KeycloakDistribution builtIn(Path place) {
        KeycloakDistribution finished = new KeycloakDistribution(place);
        if (Files.isDirectory(finished.directory())) {
            return finished;
        }
        try {
            Path parent = finished.directory().getParent();
            Files.createDirectories(parent);
            removeForgottenDrafts(parent, place.getFileName() + DRAFT);
            Path draft = Files.createTempDirectory(parent, place.getFileName() + DRAFT);
            unpack(archive(), draft);
            new KeycloakDistribution(draft).build();
            moveInto(finished.directory(), draft);
            return finished;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Class path and main class with which a JVM runs Keycloak's command line; {@code kc.sh} does no more. */
    List<String> program(Path home) {
        List<String> command = new ArrayList<>(List.of(
                "-Dkc.home.dir=" + home,
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Dfile.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED"));
        for (String opened : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "-cp", lib().resolve("quarkus-run.jar").toString(), "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        return command;
    }

    Path lib() {
        return directory.resolve("lib");
    }

    static String java() {
        return JAVA;
    }

    /** What can only be chosen before the start: the kind of database. */
    private void build() {
        List<String> command =
                new ArrayList<>(List.of(JAVA, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m"));
        command.addAll(program(directory));
        command.addAll(List.of("build", "--db=postgres"));
        Program.run(command, Map.of(), BUILD_LIMIT);
    }

    /** The archive in the local Maven repository, where the build has put it. */
    private static Path archive() throws IOException {
        Properties properties = new Properties();
        try (InputStream resource = KeycloakDistribution.class.getResourceAsStream("distribution.properties")) {
            properties.load(resource);
        }
        Path archive = Path.of(properties.getProperty("archive"));
        if (!Files.exists(archive)) {
            throw new IOException(archive + " is missing; build the project again to have it fetched");
        }
        return archive;
    }

    /** Leaves out the archive's one root directory. */
    private static void unpack(Path archive, Path target) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                Path path = target.resolve(name).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("the archive reaches out of its directory: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(entries, path);
                }
            }
        }
    }

    private static void moveInto(Path place, Path draft) throws IOException {
        try {
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            delete(draft);
            if (!Files.isDirectory(place)) {
                throw failure;
            }
            // Another runner was quicker: its copy is as good.
        }
    }

    /** What runs that were killed have left: nobody works on a draft for longer than a build may take. */
    private static void removeForgottenDrafts(Path directory, String prefix) throws IOException {
        Instant forgotten = Instant.now().minus(BUILD_LIMIT.multipliedBy(2));
        List<Path> drafts;
        try (Stream<Path> entries = Files.list(directory)) {
            drafts = entries.filter(entry -> entry.getFileName().toString().startsWith(prefix))
                    .toList();
        }
        for (Path draft : drafts) {
            if (Files.getLastModifiedTime(draft).toInstant().isBefore(forgotten)) {
                delete(draft);
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        List<Path> entries;
        try (Stream<Path> tree = Files.walk(directory)) {
            entries = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path entry : entries) {
            Files.delete(entry);
        }
    }
}
