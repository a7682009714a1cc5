package uk.hustings.seats.change.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.hustings.seats.RealData;
import uk.hustings.seats.election.domain.Declaration;

class SeriesTest {

    private static final PartyPair LAB_CON = new PartyPair("lab", "con");

    @Test
    void corbyWentToLabourAtTheByElectionAndBack() {
        List<Step> corby = Series.of(corby(), LAB_CON);

        assertThat(corby)
                .extracting(step -> step.outcome().electionId())
                .containsExactly("ge2010", "by-2012-11-15-E14000648", "ge2015");
        assertThat(corby.get(0).since()).isNull();
        assertThat(corby.get(0).swingPts()).isNull();
        assertThat(corby.get(0).changesPts()).isEmpty();
        assertThat(corby.get(1).since().electionId()).isEqualTo("ge2010");
        assertThat(corby.get(1).swingPts()).isCloseTo(12.67, within(0.01));
        assertThat(corby.get(2).swingPts()).isNegative();
        assertThat(corby.get(2).since().electionId()).isEqualTo("by-2012-11-15-E14000648");
    }

    @Test
    void whoDidNotStandBothTimesHasNoChange() {
        List<Step> corby = Series.of(corby(), LAB_CON);

        assertThat(corby.get(1).outcome().tally().stood("ukip")).isTrue();
        assertThat(corby.get(1).changesPts()).doesNotContainKey("ukip").containsKeys("con", "lab", "ld");
        assertThat(corby.get(2).changesPts()).containsKey("ukip");
    }

    @Test
    void unlessAskedForThePairIsWhoeverLeads() {
        List<Step> corby = Series.of(corby(), null);

        assertThat(corby.get(1).pair()).isEqualTo(LAB_CON);
        assertThat(corby.get(2).pair()).isEqualTo(new PartyPair("con", "lab"));
        assertThat(corby.get(2).swingPts()).isPositive();
    }

    @Test
    void nothingIsMeasuredAcrossBoundarySetsButThroughANotionalResult() {
        List<Step> series = Series.of(
                List.of(
                        outcome("ge2024", 2024, "2024", 30, 50),
                        outcome("ge2019-notional-2024", 2019, "2024", 55, 35),
                        outcome("ge2019", 2019, "2010", 50, 40),
                        outcome("ge2017", 2017, "2010", 45, 45)),
                LAB_CON);

        assertThat(series)
                .extracting(step -> step.outcome().electionId())
                .containsExactly("ge2017", "ge2019", "ge2019-notional-2024", "ge2024");
        assertThat(series)
                .extracting(step -> step.since() == null ? null : step.since().electionId())
                .containsExactly(null, "ge2017", null, "ge2019-notional-2024");
        assertThat(series.get(3).swingPts()).isEqualTo(20.0);
    }

    @Test
    void whereNoTwoPartiesStoodThereIsNoSwing() {
        Tally speaker = new Tally(Map.of("spk", 10L, "other", 5L), null);
        List<Step> series = Series.of(
                List.of(
                        new Outcome("ge2010", LocalDate.of(2010, 5, 6), "2010", speaker),
                        new Outcome("ge2015", LocalDate.of(2015, 5, 7), "2010", speaker)),
                null);

        assertThat(series.get(1).pair()).isNull();
        assertThat(series.get(1).swingPts()).isNull();
        assertThat(series.get(1).changesPts()).containsEntry("spk", 0.0);
    }

    @Test
    void theOrderOfWhatComesInDoesNotMatterAndSwingsAddUpToTheLeads() {
        Random random = new Random(1945);
        for (int round = 0; round < 300; round++) {
            List<Outcome> outcomes = new ArrayList<>();
            for (int year = 2010; year < 2020; year++) {
                outcomes.add(new Outcome(
                        "ge" + year, LocalDate.of(year, 5, 6), year < 2015 ? "a" : "b", Results.tally(random)));
            }
            List<Step> series = Series.of(outcomes, LAB_CON);
            Collections.shuffle(outcomes, random);

            assertThat(Series.of(outcomes, LAB_CON)).isEqualTo(series);
            for (String set : List.of("a", "b")) {
                List<Step> steps = series.stream()
                        .filter(step -> step.outcome().boundarySet().equals(set))
                        .toList();
                double swings = steps.stream()
                        .map(Step::swingPts)
                        .filter(Objects::nonNull)
                        .mapToDouble(Double::doubleValue)
                        .sum();
                assertThat(lead(steps.get(0)) + 2 * swings).isCloseTo(lead(steps.get(steps.size() - 1)), within(1e-3));
            }
        }
    }

    private static double lead(Step step) {
        return step.outcome().tally().leadPts(LAB_CON);
    }

    private static Outcome outcome(String id, int year, String set, long con, long lab) {
        return new Outcome(
                id,
                LocalDate.of(year, 6, 1),
                set,
                new Tally(Map.of("con", con, "lab", lab, "ld", 100 - con - lab), 100L));
    }

    private static List<Outcome> corby() {
        return Stream.concat(
                        Stream.of(RealData.generalElection2010(), RealData.generalElection2015()),
                        RealData.byElections().stream())
                .flatMap(SeriesTest::inCorby)
                .toList();
    }

    private static Stream<Outcome> inCorby(Declaration declaration) {
        return declaration.contests().stream()
                .filter(contest -> contest.seatCode().value().equals("E14000648"))
                .map(contest -> new Outcome(
                        contest.electionId(), contest.pollingDay(), declaration.boundarySet(), Tally.of(contest)));
    }
}
