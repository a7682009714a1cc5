package uk.hustings.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    @TempDir
    Path directory;

    @Test
    void whatOneRunWritesTheNextRunReads() {
        Path file = directory.resolve("new/processes.properties");
        new Ledger(file).record("me", ProcessHandle.current(), "java");
        new Ledger(file).note("ports", "1 2 3");

        assertThat(new Ledger(file).running()).containsOnlyKeys("me");
        assertThat(new Ledger(file).note("ports")).contains("1 2 3");
    }

    @Test
    void aClearedLedgerKnowsNothing() {
        Ledger ledger = new Ledger(directory.resolve("processes.properties"));
        ledger.record("me", ProcessHandle.current(), "java");
        ledger.clear();

        assertThat(ledger.running()).isEmpty();
    }
}
