package uk.hustings.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.hustings.local.process.Ledger;

class LeftoversTest {

    @TempDir
    Path directory;

    private Process sleeper;

    @AfterEach
    void endsIt() {
        sleeper.destroyForcibly();
    }

    @Test
    void whatAKilledRunnerLeftIsEndedAndForgotten() throws Exception {
        Ledger ledger = ledgerWith("sleep 62");

        assertThat(Leftovers.end(ledger)).isEqualTo(1);
        assertThat(sleeper.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(ledger.running()).isEmpty();
    }

    @Test
    void aProcessOfSomebodyElseThatBearsARecordedNumberIsLeftAlone() throws Exception {
        Ledger ledger = ledgerWith("-Dhustings.home=" + directory);

        assertThat(Leftovers.end(ledger)).isZero();
        assertThat(sleeper.isAlive()).isTrue();
    }

    @Test
    void onlyOneRunnerCanWorkInAHome() throws Exception {
        sleeper = new ProcessBuilder("true").start();
        Home home = new Home(directory);
        try (HomeLock held = HomeLock.tryTake(home).orElseThrow()) {
            assertThat(HomeLock.tryTake(home)).isEmpty();
            assertThat(held).isNotNull();
        }
        HomeLock.tryTake(home).orElseThrow().close();
    }

    private Ledger ledgerWith(String mark) throws IOException {
        sleeper = new ProcessBuilder("sleep", "62").start();
        Ledger ledger = new Home(directory).ledger();
        ledger.record("seats-service", sleeper.toHandle(), mark);
        return ledger;
    }
}
