package uk.hustings.polls.reading.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.hustings.polls.poll.domain.Question;
import uk.hustings.polls.reading.domain.Correlation.Pair;
import uk.hustings.polls.real.RealResults;
import uk.hustings.polls.seatref.domain.SeatBook;

class CorrelationTest {

    /** F. J. Anscombe, Graphs in Statistical Analysis, The American Statistician 27 (1973), first data set. */
    private static final double[] ANSCOMBE_X = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};

    private static final double[] ANSCOMBE_Y = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};

    private final List<Polled> seats = RealPolls.asked(RealPolls.ofSeats()).stream()
            .filter(polled -> polled.asked().question() == Question.CONSTITUENCY)
            .toList();

    @Test
    void theIntervalIsFishers() {
        Correlation correlation = Correlation.of(pairs(ANSCOMBE_X, ANSCOMBE_Y));

        assertThat(correlation.n()).isEqualTo(11);
        assertThat(correlation.r()).isCloseTo(0.816421, within(1e-6));
        assertThat(correlation.low()).isCloseTo(0.4244, within(1e-4));
        assertThat(correlation.high()).isCloseTo(0.9507, within(1e-4));
    }

    @Test
    void theIntervalHoldsRAndTurnsWithTheSign() {
        Random random = new Random(20150414);
        for (int round = 0; round < 200; round++) {
            int n = 4 + random.nextInt(40);
            double[] x = random.doubles(n).toArray();
            double[] y = random.doubles(n).toArray();
            double[] turned = IntStream.range(0, n).mapToDouble(i -> -y[i]).toArray();
            Correlation one = Correlation.of(pairs(x, y));
            Correlation other = Correlation.of(pairs(x, turned));

            assertThat(one.low()).isBetween(-1.0, one.r());
            assertThat(one.high()).isBetween(one.r(), 1.0);
            assertThat(other.low()).isCloseTo(-one.high(), within(1e-9));
        }
    }

    @Test
    void threePollsCorrelateWithNothing() {
        assertThatExceptionOfType(Unanswerable.class)
                .isThrownBy(() -> Correlation.of(pairs(new double[] {1, 2, 3}, new double[] {1, 2, 4})))
                .withMessageStartingWith("3 of these polls give both figures.")
                .satisfies(refused -> assertThat(refused.lack()).isEqualTo(Unanswerable.Lack.ENOUGH));
    }

    @Test
    void aFigureThatNeverDiffersGoesWithNothing() {
        assertThatExceptionOfType(Unanswerable.class)
                .isThrownBy(() -> Correlation.of(pairs(new double[] {1, 2, 3, 4}, new double[] {7, 7, 7, 7})))
                .withMessageContaining("the same in every poll");
    }

    @Test
    void whereUkipIsStrongTheLiberalDemocratsAreWeak() {
        Correlation shares = Correlation.of(new PairedFigures("ukip", "ld", Figures.HEADLINE).shares(seats));

        assertThat(shares.n()).isEqualTo(seats.size());
        assertThat(shares.r()).isNegative();
        assertThat(shares.high() - shares.low()).isBetween(0.1, 0.4);
    }

    @Test
    void changesSinceAnElectionLeaveOutPartiesThatDidNotStand() {
        SeatBook book = RealResults.seats();
        List<Pair> pairs = new PairedFigures("ukip", "con", Figures.HEADLINE)
                .sinceBaseline(seats, new Baseline(book, book.election("ge2010").orElseThrow()));

        assertThat(pairs).hasSizeBetween(100, seats.size() - 1).allSatisfy(pair -> assertThat(pair.x())
                .isGreaterThan(-10));
    }

    @Test
    void changesSinceTheWaveBeforeAreAsManyAsSecondWaves() {
        List<Pair> pairs = new PairedFigures("con", "lab", Figures.HEADLINE).sincePreviousWave(seats, seats);
        long secondWaves = Series.of(seats).stream()
                .mapToLong(series -> series.polls().size() - 1)
                .sum();

        assertThat(pairs).hasSize((int) secondWaves).hasSizeGreaterThan(10);
    }

    @Test
    void theOrderOfThePollsMakesNoDifference() {
        List<Pair> pairs = new ArrayList<>(new PairedFigures("con", "lab", Figures.HEADLINE).shares(seats));
        double r = Correlation.of(pairs).r();
        Collections.shuffle(pairs, new Random(7));

        assertThat(Correlation.of(pairs).r()).isCloseTo(r, within(1e-12));
    }

    private static List<Pair> pairs(double[] x, double[] y) {
        return IntStream.range(0, x.length)
                .mapToObj(i -> new Pair(null, x[i], y[i]))
                .toList();
    }
}
