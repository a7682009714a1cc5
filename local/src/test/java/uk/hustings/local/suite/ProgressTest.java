package uk.hustings.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private long seconds;
    private final Progress progress =
            new Progress(new PrintStream(said, true, StandardCharsets.UTF_8), () -> TimeUnit.SECONDS.toNanos(seconds));

    @Test
    void aStepThatEndsIsALineWithItsSeconds() {
        progress.begin("keycloak");
        seconds = 12;
        progress.end("keycloak", "ready");

        assertThat(said.toString(StandardCharsets.UTF_8).strip()).matches("keycloak +ready +12.0 s");
    }

    @Test
    void whatHasNotEndedIsNamedWhenAsked() {
        progress.begin("keycloak");
        progress.begin("gateway");
        seconds = 10;
        progress.end("gateway", "ready");
        said.reset();
        progress.sayWhatIsAwaited();

        assertThat(said.toString(StandardCharsets.UTF_8).strip()).isEqualTo("still waiting for keycloak (10 s)");
    }

    @Test
    void nothingIsSaidOfNothing() {
        progress.sayWhatIsAwaited();

        assertThat(said.size()).isZero();
    }
}
