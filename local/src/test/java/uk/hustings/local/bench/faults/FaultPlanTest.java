package uk.hustings.local.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.hustings.local.bench.faults.FaultPlan.Fault;

class FaultPlanTest {

    @Test
    void theSameSeedKillsTheSameAtTheSameMoments() {
        assertThat(FaultPlan.of(7, 30)).isEqualTo(FaultPlan.of(7, 30)).isNotEqualTo(FaultPlan.of(8, 30));
    }

    @Test
    void aLongerPlanBeginsAsTheShorterOne() {
        assertThat(FaultPlan.of(7, 30).subList(0, 5)).isEqualTo(FaultPlan.of(7, 5));
    }

    @Test
    void threeRoundsKillEachPartOnce() {
        for (long seed = 0; seed < 50; seed++) {
            assertThat(FaultPlan.of(seed, 3)).extracting(Fault::victim).containsExactlyInAnyOrder(Victim.values());
        }
    }

    @Test
    void theMomentLiesBetweenAThirdOfASecondAndTwoAndAHalf() {
        List<Fault> plan = FaultPlan.of(1, 300);

        assertThat(plan)
                .extracting(fault -> fault.after().toMillis())
                .allMatch(after -> after >= 300 && after <= 2_500);
        assertThat(plan.stream().map(Fault::after).distinct().count()).isGreaterThan(100);
    }
}
