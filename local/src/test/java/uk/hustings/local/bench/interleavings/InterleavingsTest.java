package uk.hustings.local.bench.interleavings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.hustings.local.suite.RunningSuite;
import uk.hustings.test.Sample;

/**
 * Whatever two writers do at the same time, what they leave agrees. {@code bench interleavings} plays all pairs at all hold
 * points; here is a minute of it, and the races that once went wrong.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterleavingsTest {

    private static final Duration SLICE = Duration.ofSeconds(60);

    /** From one hold point to the next. */
    private static final int STEP = Sample.SLOW ? 1 : 4;

    private static final int FIRST_GUESS = 20;
    private static final int STORIES = 3;

    private final List<Outcome> contradicted = new ArrayList<>();

    private TwoReplicas replicas;
    private Scenarios scenarios;

    @BeforeAll
    void start() {
        replicas = TwoReplicas.start(
                RunningSuite.projectRoot(),
                RunningSuite.projectRoot().resolve("local/target/interleavings"),
                System.out::println);
        scenarios = new Scenarios(replicas);
    }

    @AfterAll
    void stop() {
        if (scenarios != null) {
            scenarios.close();
        }
        if (replicas != null) {
            replicas.close();
        }
    }

    @BeforeEach
    void forgetOthers() {
        contradicted.clear();
    }

    @Test
    void anyTwoWritersLeaveWhatAgrees() {
        long seed = Sample.seed();
        System.out.printf("A slice of the interleavings from the seed %d%n", seed);
        Random random = new Random(seed);
        Writer[] writers = Writer.values();
        Map<Writer, Integer> statements = new EnumMap<>(Writer.class);
        long end = System.nanoTime() + SLICE.toNanos();
        int played = 0;
        while (System.nanoTime() < end) {
            Writer one = writers[random.nextInt(writers.length)];
            Writer other = writers[random.nextInt(writers.length)];
            // Not more statements than it had the last time, so that few scenarios hold nothing.
            int hold = 1 + (int) (random.nextDouble() * statements.getOrDefault(one, FIRST_GUESS));
            Outcome outcome = scenarios.interleave(one, List.of(other), hold);
            statements.put(one, Math.max(1, outcome.statements().get(0).size()));
            keep(outcome);
            played++;
        }
        System.out.printf("%d scenarios%n", played);
        assertNothingContradicted("seed " + seed);
    }

    @Test
    void reportsThatWaitForAMergerAreNotTakenForTheLocalPartyThatIsGone() {
        List<Writer> reports = Collections.nCopies(20, Writer.REPORT);

        scenarios.eachHoldPoint(Writer.MERGER, reports, STEP, this::keep);

        assertNothingContradicted("a merger beside 20 reports");
    }

    @Test
    void aMergerAmongReportsIsEitherBeforeOrAfterEachOfThem() {
        List<Writer> crowd = new ArrayList<>(Collections.nCopies(20, Writer.REPORT));
        crowd.add(10, Writer.MERGER);

        for (int round = 0; round < 6; round++) {
            keep(scenarios.crowd(crowd));
        }

        assertNothingContradicted("a merger among 20 reports");
    }

    @Test
    void aSweepThatBeganUnderTheOldPolicyDoesNotDecideByIt() {
        scenarios.eachHoldPoint(Writer.SWEEP, List.of(Writer.POLICY_ACTIVATION), STEP, this::keep);
        scenarios.eachHoldPoint(Writer.POLICY_ACTIVATION, List.of(Writer.SWEEP), STEP, this::keep);

        assertNothingContradicted("an activation beside a sweep");
    }

    private void keep(Outcome outcome) {
        if (!outcome.findings().isEmpty()) {
            contradicted.add(outcome);
        }
    }

    private void assertNothingContradicted(String what) {
        List<String> stories =
                contradicted.stream().limit(STORIES).map(Outcome::story).toList();
        assertThat(stories)
                .as("%s: %d scenarios contradict; stories of the first", what, contradicted.size())
                .isEmpty();
    }
}
