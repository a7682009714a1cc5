package uk.hustings.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordedProcessTest {

    private Process sleeper;

    @BeforeEach
    void startsAProcess() throws IOException {
        sleeper = new ProcessBuilder("sleep", "61").start();
    }

    @AfterEach
    void endsIt() {
        sleeper.destroyForcibly();
    }

    @Test
    void aProcessThatStillRunsIsFoundAgainFromItsText() {
        RecordedProcess recorded = RecordedProcess.of(sleeper.toHandle(), "sleep 61");

        assertThat(RecordedProcess.parse(recorded.asText()).find()).contains(sleeper.toHandle());
    }

    @Test
    void anotherProcessWithTheSameNumberIsNotOurs() {
        Instant longBefore = Instant.now().minus(Duration.ofHours(1));

        assertThat(new RecordedProcess(sleeper.pid(), longBefore, "sleep 61").find())
                .isEmpty();
    }

    @Test
    void aProcessWithAnotherCommandLineIsNotOurs() {
        RecordedProcess recorded = RecordedProcess.of(sleeper.toHandle(), "-Dhustings.home=/somewhere");

        assertThat(recorded.find()).isEmpty();
    }

    @Test
    void anEndedProcessIsNotFound() throws InterruptedException {
        RecordedProcess recorded = RecordedProcess.of(sleeper.toHandle(), "sleep 61");
        sleeper.destroyForcibly().waitFor();

        assertThat(recorded.find()).isEmpty();
    }
}
