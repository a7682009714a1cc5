package uk.hustings.local.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** The directory {@code docs/api} of the project. */
public final class KeptApi {

    private final Path document;
    private final Path declarations;

    /** @param projectRoot directory of the whole project */
    public KeptApi(Path projectRoot) {
        document = projectRoot.resolve("docs/api/openapi.json");
        declarations = projectRoot.resolve("docs/api/breaking-changes.md");
    }

    public ApiDocument document() {
        return ApiDocument.kept(read(document));
    }

    /** What would break if the suite served this, and nobody has declared. */
    public List<BreakingChange> undeclared(ApiDocument served) {
        return new Declarations(read(declarations)).undeclared(BreakingChanges.between(document(), served));
    }

    /** Keeps the document from now on; what was declared for it becomes history. */
    public void keep(ApiDocument served, LocalDate day) {
        List<BreakingChange> changes = BreakingChanges.between(document(), served);
        write(
                declarations,
                new Declarations(read(declarations)).made(changes, day).text());
        write(document, served.text());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
