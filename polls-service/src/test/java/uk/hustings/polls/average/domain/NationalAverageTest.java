package uk.hustings.polls.average.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.hustings.polls.average.domain.NationalAverage.Estimate;

class NationalAverageTest {

    private static final LocalDate DAY = LocalDate.of(2015, 5, 1);
    private static final AverageParameters PARAMETERS = new AverageParameters(1.5, 1.8, 1460, 0.15);
    private static final AverageParameters WITHOUT_HOUSES = new AverageParameters(1, 1e-6, 1460, 0.15);

    @Test
    void onePollIsItsOwnAverage() {
        Estimate estimate = average(WITHOUT_HOUSES, poll("a", DAY, "One", 1000, 36))
                .asOf("con", DAY)
                .orElseThrow();

        assertThat(estimate.pct()).isCloseTo(36, within(1e-6));
        assertThat(estimate.sd()).as("√(36·64/1000)").isCloseTo(1.518, within(0.001));
        assertThat(estimate.polls()).isEqualTo(1);
    }

    @Test
    void twoPollsOfADayCountByTheirSize() {
        Estimate estimate = average(
                        WITHOUT_HOUSES, poll("a", DAY, "One", 1000, 50), poll("b", DAY, "Two", 3000, 50.0 - 4))
                .asOf("con", DAY)
                .orElseThrow();

        double small = 50.0 * 50 / 1000;
        double large = 46.0 * 54 / 3000;
        assertThat(estimate.pct()).isCloseTo((50 / small + 46 / large) / (1 / small + 1 / large), within(0.01));
        assertThat(estimate.sd()).isCloseTo(Math.sqrt(1 / (1 / small + 1 / large)), within(0.001));
    }

    @Test
    void anOldPollCountsForLess() {
        Estimate estimate = average(
                        WITHOUT_HOUSES, poll("a", DAY.minusDays(100), "One", 1000, 30), poll("b", DAY, "Two", 1000, 40))
                .asOf("con", DAY)
                .orElseThrow();

        assertThat(estimate.pct()).isBetween(36.0, 40.0);
    }

    @Test
    void uncertaintyGrowsWhileNobodyAsks() {
        NationalAverage average = average(WITHOUT_HOUSES, poll("a", DAY, "One", 1000, 36));

        assertThat(average.asOf("con", DAY.plusDays(50)).orElseThrow().sd())
                .isCloseTo(Math.sqrt(1.518 * 1.518 + 50 * 0.15 * 0.15), within(0.001));
    }

    @Test
    void whatAHouseSaysTooHighIsItsEffect() {
        List<NationalPoll> polls = new ArrayList<>();
        for (int day = 0; day < 100; day++) {
            String id = "%03d".formatted(day);
            polls.add(poll(id + "a", DAY.plusDays(day), "One", 1000, 34));
            polls.add(poll(id + "b", DAY.plusDays(day), "Two", 1000, 34));
            polls.add(poll(id + "c", DAY.plusDays(day), "High", 1000, 37));
        }

        Estimate estimate = NationalAverage.of(polls, PARAMETERS)
                .asOf("con", DAY.plusDays(99))
                .orElseThrow();

        assertThat(estimate.houses().get("High").pts()
                        - estimate.houses().get("One").pts())
                .isCloseTo(3, within(0.2));
        assertThat(estimate.pct()).isCloseTo(35, within(0.3));
    }

    @Test
    void morePollsNeverWidenTheInterval() {
        Random random = new Random(20150507);
        List<NationalPoll> polls = new ArrayList<>();
        double widest = Double.MAX_VALUE;
        for (int count = 0; count < 60; count++) {
            polls.add(poll(
                    "%03d".formatted(count),
                    DAY.minusDays(random.nextInt(200)),
                    "House " + random.nextInt(6),
                    200 + random.nextInt(3000),
                    25 + random.nextInt(20)));

            double sd = NationalAverage.of(polls, PARAMETERS)
                    .asOf("con", DAY)
                    .orElseThrow()
                    .sd();

            assertThat(sd).isLessThanOrEqualTo(widest + 1e-9);
            widest = sd;
        }
    }

    @Test
    void theOrderOfPollsChangesNothing() {
        List<NationalPoll> polls = new ArrayList<>();
        for (int count = 0; count < 20; count++) {
            polls.add(poll(
                    "%03d".formatted(count), DAY.minusDays(count % 7), "House " + count % 3, 1000, 30 + count % 5));
        }
        Estimate inOrder =
                NationalAverage.of(polls, PARAMETERS).asOf("con", DAY).orElseThrow();
        Collections.shuffle(polls, new Random(1));

        assertThat(NationalAverage.of(polls, PARAMETERS).asOf("con", DAY)).contains(inOrder);
    }

    @Test
    void laterPollsAreNotKnownBefore() {
        NationalPoll now = poll("a", DAY, "One", 1000, 36);
        NationalPoll later = poll("b", DAY.plusDays(1), "One", 1000, 20);

        assertThat(average(PARAMETERS, now, later)
                        .asOf("con", DAY)
                        .orElseThrow()
                        .pct())
                .isEqualTo(
                        average(PARAMETERS, now).asOf("con", DAY).orElseThrow().pct());
        assertThat(average(PARAMETERS, now, later).asOf("con", DAY.minusDays(1)))
                .isEmpty();
    }

    private static NationalAverage average(AverageParameters parameters, NationalPoll... polls) {
        return NationalAverage.of(List.of(polls), parameters);
    }

    private static NationalPoll poll(String id, LocalDate end, String house, double size, double con) {
        return new NationalPoll(id, end, house, size, Map.of("con", con));
    }
}
