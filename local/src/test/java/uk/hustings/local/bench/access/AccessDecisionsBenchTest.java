package uk.hustings.local.bench.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.hustings.local.bench.access.decisions.Agreement;
import uk.hustings.local.bench.access.decisions.DecisionTimes;

class AccessDecisionsBenchTest {

    private static final Agreement ALIKE = new Agreement(1_000, 300, 0, List.of());

    @Test
    void fiveMicrosecondsAreReachedAndAnythingMoreIsMissed() {
        assertThat(AccessDecisionsBench.findings(ALIKE, times(5_000, 20_000)).missed())
                .isEmpty();
        assertThat(AccessDecisionsBench.findings(ALIKE, times(5_010, 20_000)).missed())
                .containsExactly("decisions 5.01 µs > 5 µs");
    }

    @Test
    void oneQuestionAnsweredDifferentlyIsAMiss() {
        Agreement apart = new Agreement(1_000, 300, 1, List.of());
        assertThat(AccessDecisionsBench.findings(apart, times(300, 4_000)).missed())
                .containsExactly("1 questions are decided differently");
    }

    private static List<DecisionTimes> times(double ours, double theirs) {
        return List.of(
                new DecisionTimes("hustings", ours, ours, ours, 1),
                new DecisionTimes("jcasbin", theirs, theirs, theirs, 1));
    }
}
