package uk.hustings.campaign.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.hustings.campaign.allocation.SampleModels.Parts;
import uk.hustings.campaign.allocation.domain.AllocationModel;
import uk.hustings.campaign.allocation.domain.LinearSolver;
import uk.hustings.campaign.allocation.domain.Measure;
import uk.hustings.campaign.allocation.domain.MoveRules;
import uk.hustings.campaign.allocation.domain.Optimiser;
import uk.hustings.campaign.allocation.domain.Peer;
import uk.hustings.campaign.allocation.domain.Plan;
import uk.hustings.campaign.allocation.domain.SeatLimit;
import uk.hustings.campaign.allocation.domain.Supply;
import uk.hustings.campaign.allocation.domain.WorkOption;
import uk.hustings.campaign.allocation.solver.GlopSolver;

class OptimiserTest {

    private static final double ROUNDING = 1e-4;

    private final Optimiser optimiser = new Optimiser(new GlopSolver());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noPlanBreaksAConstraint(long seed) {
        Random random = new Random(seed);
        Parts parts = SampleModels.country(random, 60, 6, 2 + random.nextInt(8));
        parts.moves = new MoveRules(1 + random.nextInt(3), random.nextInt(40));

        Optimiser.Result result = optimiser.optimise(parts.model());

        assertKeepsConstraints(result.plan());
        result.peers().forEach((peer, plan) -> {
            if (peer != Peer.NO_WORK) {
                assertKeepsConstraints(plan);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void noPeerIsBetterAndNothingExceedsTheBound(long seed) {
        AllocationModel model =
                SampleModels.country(new Random(seed), 100, 12, 7).model();

        Optimiser.Result result = optimiser.optimise(model);

        assertThat(result.peers().values()).allSatisfy(peer -> assertThat(peer.gain())
                .isLessThanOrEqualTo(result.plan().gain()));
        assertThat(result.plan().gain()).isLessThanOrEqualTo(result.bound() + 1e-9);
        assertThat(result.gap()).isLessThan(0.001);
    }

    @ParameterizedTest
    @ValueSource(doubles = {7, 2.45, 1.4})
    void thePlanIsNearTheBoundHoweverCertainTheForecastIs(double leadSdPts) {
        Parts parts = SampleModels.country(new Random(20), 120, 12, leadSdPts);
        parts.moves = new MoveRules(2, 20);

        assertThat(optimiser.optimise(parts.model()).gap()).isLessThan(0.01);
    }

    @Test
    void theSamePlanComesOutInWhateverOrderTheFactsComeIn() {
        Parts parts = SampleModels.country(new Random(30), 60, 8, 5);
        AllocationModel inOrder = parts.model();
        for (List<?> list : List.of(parts.seats, parts.supplies, parts.options, parts.limits)) {
            Collections.shuffle(list, new Random(31));
        }

        Plan one = optimiser.optimise(inOrder).plan();
        Plan other = optimiser.optimise(parts.model()).plan();

        assertThat(units(other)).isEqualTo(units(one));
    }

    @Test
    void moreSupplyNeverLowersTheBound() {
        Parts parts = SampleModels.country(new Random(40), 60, 8, 5);
        double before = optimiser.optimise(parts.model()).bound();
        Supply some = parts.supplies.get(7);
        parts.supplies.set(7, new Supply(some.id(), some.donor(), some.units() * 3, some.leastAtHome()));

        assertThat(optimiser.optimise(parts.model()).bound()).isGreaterThanOrEqualTo(before - before * 1e-3);
    }

    @Test
    void twoSeatsThatAreAlikeAreWorthTheSame() {
        Parts parts = new Parts();
        for (String seat : List.of("A", "B")) {
            parts.seats.add(SampleModels.seat(seat, -2, 5));
            parts.options.add(SampleModels.hours("donor", seat, false, 0.5));
        }
        parts.supplies.add(new Supply("donor", "donor", 1_000, 0));

        Plan plan = optimiser.optimise(parts.model()).plan();

        assertThat(plan.units(0) + plan.units(1)).isCloseTo(1_000, within(ROUNDING));
        assertThat(plan.gainPts(0)).isCloseTo(plan.gainPts(1), within(0.01));
    }

    @Test
    void noSplitOfASmallCaseIsBetter() {
        Parts parts = new Parts();
        double[] leads = {-4, -1, 3};
        for (int seat = 0; seat < leads.length; seat++) {
            parts.seats.add(SampleModels.seat(SampleModels.code(seat), leads[seat], 2));
        }
        for (String donor : List.of("a", "b")) {
            parts.supplies.add(new Supply(donor, donor, 200, 40));
            for (int seat = 0; seat < leads.length; seat++) {
                boolean home = seat == (donor.equals("a") ? 0 : 2);
                parts.options.add(SampleModels.hours(donor, SampleModels.code(seat), home, home ? 0 : 0.3));
            }
        }
        parts.limits.add(new SeatLimit(SampleModels.code(1), Measure.HOURS, 248));
        AllocationModel model = parts.model();

        Optimiser.Result result = optimiser.optimise(model);

        double best = bestOfAllSplits(model);
        assertThat(result.plan().gain()).isBetween(best - 1e-6, best * 1.01);
    }

    @Test
    void whatIsPinnedIsDoneAndWhatIsForbiddenIsNot() {
        Parts parts = SampleModels.country(new Random(50), 40, 6, 5);
        WorkOption pinned = parts.options.get(3);
        WorkOption forbidden = parts.options.get(10);
        parts.options.set(3, between(pinned, 15, 15));
        parts.options.set(10, between(forbidden, 0, 0));

        Plan plan = optimiser.optimise(parts.model()).plan();

        assertThat(units(plan).get(pinned.supply() + " in " + pinned.seatCode()))
                .isCloseTo(15, within(ROUNDING));
        assertThat(units(plan).get(forbidden.supply() + " in " + forbidden.seatCode()))
                .isZero();
    }

    @Test
    void constraintsThatContradictEachOtherAreNamedAsSuch() {
        Parts parts = SampleModels.country(new Random(60), 10, 2, 5);
        parts.limits.set(0, new SeatLimit(parts.limits.get(0).seatCode(), Measure.HOURS, 1));

        assertThatThrownBy(() -> optimiser.optimise(parts.model()))
                .isInstanceOfSatisfying(LinearSolver.NoSolution.class, failure -> assertThat(failure.isInfeasible())
                        .isTrue());
    }

    @Test
    void nothingIsGainedWhereWorkHasNoEffect() {
        Parts parts = SampleModels.country(new Random(70), 20, 4, 5);
        parts.options.replaceAll(option -> new WorkOption(
                option.supply(),
                option.seatCode(),
                option.home(),
                option.travelHours(),
                0,
                1,
                0,
                option.min(),
                option.max()));

        Optimiser.Result result = optimiser.optimise(parts.model());

        assertThat(result.plan().gain()).isZero();
        assertThat(result.gap()).isZero();
        assertKeepsConstraints(result.plan());
    }

    private static WorkOption between(WorkOption option, double min, double max) {
        return new WorkOption(
                option.supply(),
                option.seatCode(),
                option.home(),
                option.travelHours(),
                option.votesPerUnit(),
                option.hoursPerUnit(),
                option.poundsPerUnit(),
                min,
                max);
    }

    private static double bestOfAllSplits(AllocationModel model) {
        List<double[]> ofA = splits(200, 40, 0);
        List<double[]> ofB = splits(200, 40, 2);
        double best = 0;
        for (double[] a : ofA) {
            for (double[] b : ofB) {
                if (a[1] + b[1] <= 248) {
                    double gain = 0;
                    for (int seat = 0; seat < 3; seat++) {
                        double votes = a[seat] * model.options().get(seat).votesPerUnit()
                                + b[seat] * model.options().get(3 + seat).votesPerUnit();
                        gain += model.seats().get(seat).value(votes);
                    }
                    best = Math.max(best, gain);
                }
            }
        }
        return best;
    }

    private static List<double[]> splits(int hours, int atHome, int home) {
        List<double[]> splits = new ArrayList<>();
        for (int first = 0; first <= hours; first += 8) {
            for (int second = 0; first + second <= hours; second += 8) {
                double[] split = {first, second, hours - first - second};
                if (split[home] >= atHome) {
                    splits.add(split);
                }
            }
        }
        return splits;
    }

    private static Map<String, Double> units(Plan plan) {
        Map<String, Double> units = new HashMap<>();
        for (int option = 0; option < plan.model().options().size(); option++) {
            WorkOption work = plan.model().options().get(option);
            units.put(work.supply() + " in " + work.seatCode(), plan.units(option));
        }
        return units;
    }

    private static void assertKeepsConstraints(Plan plan) {
        AllocationModel model = plan.model();
        Map<String, Double> used = new HashMap<>();
        Map<String, Double> atHome = new HashMap<>();
        Map<String, Double> inSeat = new HashMap<>();
        Map<String, Set<String>> targets = new HashMap<>();
        for (int option = 0; option < model.options().size(); option++) {
            WorkOption work = model.options().get(option);
            double units = plan.units(option);
            assertThat(units).isBetween(work.min() - ROUNDING, work.max() + ROUNDING);
            used.merge(work.supply(), units, Double::sum);
            inSeat.merge(work.seatCode(), units * work.hoursPerUnit(), Double::sum);
            if (work.home()) {
                atHome.merge(work.supply(), units, Double::sum);
            } else if (units > ROUNDING) {
                targets.computeIfAbsent(work.supply(), donor -> new HashSet<>()).add(work.seatCode());
                assertThat(units)
                        .isGreaterThanOrEqualTo(
                                Math.min(work.max(), model.moves().leastUnits()) - ROUNDING);
            }
        }
        for (Supply supply : model.supplies()) {
            assertThat(used.get(supply.id())).isLessThanOrEqualTo(supply.units() + ROUNDING);
            assertThat(atHome.get(supply.id())).isGreaterThanOrEqualTo(supply.leastAtHome() - ROUNDING);
        }
        for (SeatLimit limit : model.limits()) {
            assertThat(inSeat.getOrDefault(limit.seatCode(), 0.0)).isLessThanOrEqualTo(limit.max() + ROUNDING);
        }
        assertThat(targets.values()).allSatisfy(seats -> assertThat(seats)
                .hasSizeLessThanOrEqualTo(model.moves().maxTargets()));
    }
}
