package uk.hustings.local.bench.interleavings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StatementGateTest {

    private final StatementGate gate = new StatementGate();

    @Test
    void theStatementOfTheChosenNumberWaitsUntilItIsReleased() throws Exception {
        gate.set(2);
        CompletableFuture<Void> replica = run("BEGIN", "select 1", "select 2", "COMMIT");

        assertThat(gate.awaitHeld(5_000)).isTrue();
        assertThat(gate.held()).isEqualTo("select 2");
        assertThat(replica).isNotDone();
        run("select of another connection").get(5, TimeUnit.SECONDS);

        gate.release();
        replica.get(5, TimeUnit.SECONDS);
        assertThat(gate.passed()).containsExactly("select 1", "select 2", "select of another connection", "COMMIT");
    }

    @Test
    void whatIsDoneInTheBackgroundIsNeitherCountedNorHeld() throws Exception {
        gate.set(1);

        run("BEGIN", "update role_sync set leased_until = now()", "COMMIT", "LISTEN some_channel")
                .get(5, TimeUnit.SECONDS);

        assertThat(gate.passed()).isEmpty();
        assertThat(gate.held()).isNull();
    }

    private CompletableFuture<Void> run(String... statements) {
        StatementGate.Passage passage = gate.passage();
        return CompletableFuture.runAsync(() -> {
            for (String statement : statements) {
                passage.pass(statement);
            }
        });
    }
}
