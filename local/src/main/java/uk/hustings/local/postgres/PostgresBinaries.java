package uk.hustings.local.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;
import uk.hustings.local.process.DirectoryTree;

/**
 * The programs of PostgreSQL, unpacked once from the jar that carries them for this kind of machine.
 *
 * @param directory will hold them; named after their version
 */
public record PostgresBinaries(Path directory) {

    private static final int ANY_EXECUTE = 0b001_001_001;

    /**
     * Does nothing if they are there. They are unpacked beside their place and moved there whole, so that a run that
     * was killed leaves nothing that looks finished.
     */
    public void unpack() {
        if (Files.isDirectory(directory)) {
            return;
        }
        try {
            Files.createDirectories(directory.getParent());
            Path draft = Files.createTempDirectory(directory.getParent(), directory.getFileName() + ".unpacking-");
            try (InputStream packed = archive();
                    TarArchiveInputStream entries = new TarArchiveInputStream(new XZInputStream(packed))) {
                unpack(entries, draft);
            }
            moveInto(directory, draft);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Path program(String name) {
        return directory.resolve("bin").resolve(name);
    }

    private static InputStream archive() throws IOException {
        String system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : System.getProperty("os.name");
        String machine = System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
        InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
        if (archive == null) {
            throw new IOException("there is no packed PostgreSQL for " + system + " on " + machine);
        }
        return archive;
    }

    private static void unpack(TarArchiveInputStream entries, Path target) throws IOException {
        for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            Path path = target.resolve(entry.getName()).normalize();
            if (!path.startsWith(target)) {
                throw new IOException("the archive reaches out of its directory: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(path);
                continue;
            }
            Files.createDirectories(path.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } else {
                Files.copy(entries, path);
                boolean program = (entry.getMode() & ANY_EXECUTE) != 0;
                Files.setPosixFilePermissions(
                        path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    private static void moveInto(Path place, Path draft) throws IOException {
        // A temporary directory is private; the programs are nothing private, and the server may run as another user.
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            DirectoryTree.delete(draft);
            if (!Files.isDirectory(place)) {
                throw failure;
            }
            // Another runner was quicker: its copy is as good.
        }
    }
}
