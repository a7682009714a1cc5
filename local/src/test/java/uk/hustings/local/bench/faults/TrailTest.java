package uk.hustings.local.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.hustings.local.bench.faults.Trail.Step;

class TrailTest {

    @Test
    void answersThatFollowOneAnotherContradictNothingInWhateverOrderTheyCame() {
        assertThat(Trail.contradiction(0, 520, List.of(new Step(100, 520), new Step(20, 420), new Step(400, 400))))
                .isEmpty();
    }

    @Test
    void aWithdrawalGoesBackOnTheTrail() {
        assertThat(Trail.contradiction(
                        0, 480, List.of(new Step(500, 500), new Step(20, 520), new Step(-20, 500), new Step(-20, 480))))
                .isEmpty();
    }

    @Test
    void withoutAnyAnswerNothingMayHaveChanged() {
        assertThat(Trail.contradiction(37, 37, List.of())).isEmpty();
        assertThat(Trail.contradiction(37, 38, List.of())).isPresent();
    }

    @Test
    void aBatchThatWasCountedTwiceLeavesAGap() {
        assertThat(Trail.contradiction(0, 30, List.of(new Step(10, 10), new Step(10, 30))))
                .isPresent();
    }

    @Test
    void twoReportsThatWereBothToldToBeTheFirstContradictEachOther() {
        assertThat(Trail.contradiction(0, 10, List.of(new Step(10, 10), new Step(10, 10))))
                .isPresent();
    }

    @Test
    void aLostReportIsMissedAtTheEnd() {
        assertThat(Trail.contradiction(0, 10, List.of(new Step(10, 10), new Step(5, 15))))
                .isPresent();
    }

    @Test
    void aRoundTripThatNothingLeadsToIsAContradictionThoughItsSumsAreRight() {
        assertThat(Trail.contradiction(0, 10, List.of(new Step(10, 10), new Step(5, 105), new Step(-5, 100))))
                .isPresent();
    }
}
