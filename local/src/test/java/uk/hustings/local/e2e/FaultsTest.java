package uk.hustings.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.hustings.local.bench.faults.FaultPlan;
import uk.hustings.local.bench.faults.FaultPlan.Fault;
import uk.hustings.local.bench.faults.FaultRounds;
import uk.hustings.local.bench.faults.RoundFigures;
import uk.hustings.local.bench.faults.Victim;
import uk.hustings.local.suite.RunningSuite;

/** While people report, correct, lock and restore, one part after the other is killed; {@code bench faults} does it longer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {

    private static final long SEED = 501;
    private static final List<String> LOCAL_PARTIES =
            List.of("manchester-gorton", "manchester-central", "blackley-and-broughton", "birmingham-hodge-hill");

    private FaultRounds rounds;

    static List<Fault> oneOfEachKind() {
        return FaultPlan.of(SEED, Victim.values().length);
    }

    @BeforeAll
    void readTheBooks() {
        rounds = new FaultRounds(RunningSuite.get(), LOCAL_PARTIES);
    }

    /** A contradiction is thrown, with all that was found. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("oneOfEachKind")
    void whatWasAcknowledgedStoredCitedAndGrantedAgreesAfterAKill(Fault fault) {
        RoundFigures round = rounds.run(fault);

        assertThat(round.reports()).as("reports acknowledged").isPositive();
        assertThat(round.decisions()).as("decisions acknowledged").isPositive();
        if (fault.victim() != Victim.KEYCLOAK) {
            assertThat(round.sentAgain()).as("requests that met the kill").isPositive();
        }
    }
}
