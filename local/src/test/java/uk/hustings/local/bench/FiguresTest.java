package uk.hustings.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import uk.hustings.local.bench.Comparison.Side;

class FiguresTest {

    @Test
    void percentilesAreTheTimesWithinWhichThatShareWasAnswered() {
        Figures figures = Figures.of(
                LongStream.rangeClosed(1, 200).map(n -> (201 - n) * 1_000).toArray(), Duration.ofSeconds(2));

        assertThat(figures.perSecond()).isEqualTo(100);
        assertThat(figures.percentileMicros(50)).isEqualTo(100);
        assertThat(figures.percentileMicros(99)).isEqualTo(198);
        assertThat(figures.percentileMicros(100)).isEqualTo(200);
        assertThat(Figures.of(new long[0], Duration.ofSeconds(1)).percentileMicros(50))
                .isNaN();
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertThat(Median.of(3, 1, 2)).isEqualTo(2);
        assertThat(Median.of(4, 1, 3, 2)).isEqualTo(2.5);
    }

    @Test
    void oneDisturbedRoundDoesNotMoveTheRatio() {
        Comparison seat = comparison(0.8, sides(900, 850, 5), sides(1_000, 1_000, 1_000));

        assertThat(seat.ratio()).isCloseTo(0.85, within(1e-9));
        assertThat(seat.missesAim()).isFalse();
        assertThat(comparison(0.8, sides(799), sides(1_000)).missesAim()).isTrue();
        assertThat(comparison(Double.NaN, sides(1), sides(1_000)).missesAim()).isFalse();
    }

    @Test
    void anAimCountsForTheRealSeatsOnly() {
        Comparison slow = comparison(0.8, sides(1), sides(2));
        Figures none = Figures.of(new long[] {1}, Duration.ofSeconds(1));

        assertThat(Report.missed(List.of(
                        new Scale(1, 650, 65 << 20, 0.1, List.of(slow), none),
                        new Scale(10, 6_500, 1e9, 0.1, List.of(slow), none))))
                .containsExactly("single seat 0.50 < 0.8", "facts in memory 65.0 MiB");
    }

    private static Comparison comparison(double aim, List<Side> service, List<Side> peer) {
        return new Comparison("single seat", 1, aim, service, peer);
    }

    /** Rounds of a second with so many requests. */
    private static List<Side> sides(int... requests) {
        return Arrays.stream(requests)
                .mapToObj(
                        count -> new Side(Figures.of(new long[count], Duration.ofSeconds(1)), Duration.ofMillis(count)))
                .toList();
    }
}
