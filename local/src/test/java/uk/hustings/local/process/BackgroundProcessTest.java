package uk.hustings.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.hustings.local.process.BackgroundProcess.Launch;

class BackgroundProcessTest {

    @TempDir
    Path directory;

    private final CompletableFuture<String> died = new CompletableFuture<>();

    @Test
    void anInterruptFromTheTerminalIsIgnored() throws Exception {
        BackgroundProcess sleeper = start("sleep", "61");
        // The shell that sets the ignored signals has become the program when its name shows.
        while (!Processes.commandLine(sleeper.handle()).equals("sleep 61")) {
            Thread.sleep(10);
        }

        new ProcessBuilder("kill", "-INT", "" + sleeper.handle().pid()).start().waitFor();
        Thread.sleep(200);

        assertThat(sleeper.isAlive()).isTrue();
        sleeper.stop();
        assertThat(sleeper.isAlive()).isFalse();
        assertThat(died).isNotDone();
    }

    @Test
    void aProcessThatEndsByItselfIsReportedAndItsLastWordsAreInTheLog() throws Exception {
        start("sh", "-c", "echo I cannot go on; exit 3");

        assertThat(died.get(10, TimeUnit.SECONDS)).isEqualTo("test 3");
        assertThat(new LogFile(directory.resolve("logs/test.log")).end(25)).containsExactly("I cannot go on");
    }

    @Test
    void aKilledProcessIsGoneAtOnceAndNotReported() throws IOException {
        BackgroundProcess sleeper = start("sleep", "61");

        sleeper.kill();

        assertThat(sleeper.isAlive()).isFalse();
        assertThat(died).isNotDone();
    }

    private BackgroundProcess start(String... command) {
        return BackgroundProcess.start(
                new Launch("test", List.of(command), Map.of(), directory, directory.resolve("logs/test.log")),
                process -> died.complete(process.name() + " " + process.exitValue()));
    }
}
