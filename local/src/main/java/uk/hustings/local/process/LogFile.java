package uk.hustings.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The log of one process. */
public record LogFile(Path path) {

    /** @return the last lines, at most so many; none if there is no log */
    public List<String> end(int lines) {
        try {
            List<String> all =
                    Files.readString(path, StandardCharsets.ISO_8859_1).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException noLog) {
            return List.of();
        }
    }

    /** Puts the log of the run before aside, where it is kept until the next run. */
    public void startAfresh() {
        try {
            Files.createDirectories(path.getParent());
            if (Files.exists(path)) {
                String name = path.getFileName().toString().replaceFirst("\\.log$", ".previous.log");
                Files.move(path, path.resolveSibling(name), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
