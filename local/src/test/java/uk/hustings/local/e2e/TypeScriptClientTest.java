package uk.hustings.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.hustings.local.process.Program;
import uk.hustings.local.suite.App;
import uk.hustings.local.suite.RunningSuite;

/** The types that openapi-typescript makes of {@code docs/api/openapi.json}, in a program that is strict about them. */
class TypeScriptClientTest {

    private static final Path DIRECTORY = RunningSuite.projectRoot().resolve("clients/typescript");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @BeforeAll
    static void compile() throws IOException {
        if (!isInstalled()) {
            npm("ci", "--no-audit", "--no-fund");
        }
        npm("run", "build");
    }

    @Test
    void aProgramThatIsCompiledWithTheTypesGetsItsAnswers() {
        String said = run(List.of(
                "node",
                DIRECTORY.resolve("dist/src/usage.js").toString(),
                Api.ports().urlOf(App.GATEWAY).toString(),
                Account.HQ.token(),
                RunningSuite.projectRoot().resolve("data/parties.csv").toString()));

        assertThat(said.lines())
                .satisfiesExactly(
                        seats -> assertThat(seats).matches("seats (\\d{3}), of which known \\1"),
                        winner -> assertThat(winner).isEqualTo("first in E14000653: Edward Timpson"),
                        refusal -> assertThat(refusal).startsWith("404 /problems/not-found: "),
                        parties -> assertThat(parties).matches("parties (\\d+), again \\1"));
    }

    /** What npm writes down when it is done; older than the lock file, it is of another day. */
    private static boolean isInstalled() throws IOException {
        Path done = DIRECTORY.resolve("node_modules/.package-lock.json");
        return Files.exists(done)
                && Files.getLastModifiedTime(done)
                                .compareTo(Files.getLastModifiedTime(DIRECTORY.resolve("package-lock.json")))
                        >= 0;
    }

    private static void npm(String... arguments) {
        List<String> command = new ArrayList<>(List.of("npm", "--prefix", DIRECTORY.toString()));
        command.addAll(List.of(arguments));
        run(command);
    }

    private static String run(List<String> command) {
        try {
            return Program.run(command, Map.of(), PATIENCE);
        } catch (UncheckedIOException notThere) {
            return fail("There is no Node (%s). Install Node.js, 20 or newer.".formatted(command.get(0)), notThere);
        }
    }
}
