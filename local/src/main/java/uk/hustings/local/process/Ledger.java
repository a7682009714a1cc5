package uk.hustings.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The file in which the runner writes down what it started, for the next run, which may have to end what a killed
 * runner left behind.
 */
public final class Ledger {

    private static final String PROCESS = "process.";

    private final Path file;

    public Ledger(Path file) {
        this.file = file;
    }

    public synchronized void record(String name, ProcessHandle process, String mark) {
        note(PROCESS + name, RecordedProcess.of(process, mark).asText());
    }

    /** Something that others should know of the run, for example its ports. */
    public synchronized void note(String key, String value) {
        Properties entries = read();
        entries.setProperty(key, value);
        write(entries);
    }

    public Optional<String> note(String key) {
        return Optional.ofNullable(read().getProperty(key));
    }

    /** @return the recorded processes that still run, by name */
    public Map<String, ProcessHandle> running() {
        Properties entries = read();
        Map<String, ProcessHandle> running = new LinkedHashMap<>();
        entries.stringPropertyNames().stream()
                .filter(key -> key.startsWith(PROCESS))
                .sorted()
                .forEach(key -> RecordedProcess.parse(entries.getProperty(key))
                        .find()
                        .ifPresent(process -> running.put(key.substring(PROCESS.length()), process)));
        return running;
    }

    public synchronized void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Properties read() {
        Properties entries = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                entries.load(reader);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return entries;
    }

    /** Whole or not at all, for the runner may be killed at any moment. */
    private void write(Properties entries) {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try {
            Files.createDirectories(file.getParent());
            try (Writer writer = Files.newBufferedWriter(draft)) {
                entries.store(writer, null);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
