package uk.hustings.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The classes of one app in the form in which a JVM can map them into memory. A run without the archive writes it at
 * its end; later runs start from it in about half the time.
 *
 * @param file named after the JVM and the build that it fits
 */
record ClassArchive(String app, Path file) {

    static ClassArchive of(Path directory, String app, Path program) {
        String key = Installation.buildOf(program) + System.getProperty("java.vm.version");
        return new ClassArchive(app, directory.resolve("%s-%08x.jsa".formatted(app, key.hashCode())));
    }

    /** @param record whether to write the archive if there is none */
    List<String> flags(boolean record) {
        prepare();
        if (Files.exists(file)) {
            return List.of("-XX:SharedArchiveFile=" + file);
        }
        // Writing the archive warns of each of the thousand classes that it must leave out.
        return record ? List.of("-XX:ArchiveClassesAtExit=" + draft(), "-Xlog:cds*=off") : List.of();
    }

    /** To be called when the process has ended: gives what it wrote its name, and removes archives of older builds. */
    void keep() {
        try {
            if (!Files.exists(draft())) {
                return;
            }
            Files.move(draft(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (Stream<Path> others = Files.list(file.getParent())) {
                for (Path other : others.filter(this::isOlder).toList()) {
                    Files.delete(other);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void prepare() {
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(draft());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path draft() {
        return file.resolveSibling(file.getFileName() + ".draft");
    }

    private boolean isOlder(Path other) {
        return !other.equals(file) && other.getFileName().toString().matches(app + "-[0-9a-f]{8}\\.jsa");
    }
}
