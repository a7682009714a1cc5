package uk.hustings.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BodyRateTest {

    private static final int LOOKS = 10;

    private final BodyRate rate = new BodyRate(16_384, Duration.ofSeconds(10), LOOKS);

    @Test
    void theLeastRateIsEnoughAndOneByteLessIsNot() {
        rate.add(163_840);
        assertThat(tooSlowAfter(LOOKS, true)).isFalse();

        rate.add(163_839);
        assertThat(tooSlowAfter(LOOKS, true)).isTrue();
    }

    @Test
    void aWindowThatIsNotOverSaysNothing() {
        assertThat(tooSlowAfter(LOOKS - 1, true)).isFalse();
        assertThat(rate.isTooSlow(true)).isTrue();
    }

    @Test
    void timeInWhichTheServerDoesNotReadIsLeftOut() {
        assertThat(tooSlowAfter(100, false)).isFalse();
        // The first look after a pause saw part of it.
        assertThat(tooSlowAfter(LOOKS, true)).isFalse();
        assertThat(rate.isTooSlow(true)).isTrue();
    }

    @Test
    void aNewBodyStartsWithAWindowOfItsOwn() {
        tooSlowAfter(LOOKS - 1, true);
        rate.restart();

        assertThat(tooSlowAfter(LOOKS - 1, true)).isFalse();
    }

    private boolean tooSlowAfter(int looks, boolean reading) {
        boolean tooSlow = false;
        for (int i = 0; i < looks; i++) {
            tooSlow |= rate.isTooSlow(reading);
        }
        return tooSlow;
    }
}
