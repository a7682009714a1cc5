package uk.hustings.campaign.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.hustings.campaign.allocation.SampleModels.Parts;
import uk.hustings.campaign.allocation.domain.AllocationModel;
import uk.hustings.campaign.allocation.domain.DrawnWinCurve;
import uk.hustings.campaign.allocation.domain.JointDraws;
import uk.hustings.campaign.allocation.domain.NormalWinCurve;
import uk.hustings.campaign.allocation.domain.Optimiser;
import uk.hustings.campaign.allocation.domain.Peer;
import uk.hustings.campaign.allocation.domain.Plan;
import uk.hustings.campaign.allocation.domain.Score;
import uk.hustings.campaign.allocation.domain.SeatsAtLeast;
import uk.hustings.campaign.allocation.domain.Supply;
import uk.hustings.campaign.allocation.domain.WinCurve;
import uk.hustings.campaign.allocation.solver.GlopSolver;

/** What is counted in simulated elections. */
class SimulatedElectionsTest {

    private static final int ELECTIONS = 4_000;

    @ParameterizedTest
    @CsvSource({"-9, 7", "0, 7", "4, 7", "-3, 1.4", "25, 7", "-60, 7"})
    void aDrawnWinCurveIsNearThatOfTheDistributionItWasDrawnFrom(double leadPts, double leadSdPts) {
        WinCurve drawn = DrawnWinCurve.of(leads(new Random(1), leadPts, leadSdPts, 20_000), 6);
        WinCurve expected = new NormalWinCurve(leadPts, leadSdPts);

        double before = 0;
        for (double gain = 0; gain <= 6; gain += 0.1) {
            double probability = drawn.probability(gain);
            assertThat(probability)
                    .isCloseTo(expected.probability(gain), within(0.015))
                    .isGreaterThanOrEqualTo(before);
            before = probability;
        }
        assertThat(drawn.probability(7)).isCloseTo(drawn.probability(6), within(0.01));
    }

    @Test
    void aCurveNeedsElectionsAndARange() {
        assertThatThrownBy(() -> DrawnWinCurve.of(new short[1], 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DrawnWinCurve.of(new short[10], 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSeatIsWonWhereTheGainTurnsTheLead() {
        JointDraws draws = new JointDraws(List.of("A", "B"), new short[][] {{-100, 50, -101, 0}, {-300, -300, 1, 1}});

        assertThat(draws.seatsWon(new double[] {0, 0})).containsExactly(0, 1, 1, 1);
        assertThat(draws.seatsWon(new double[] {1, 3.01})).containsExactly(1, 2, 1, 2);
        assertThat(draws.choosing().leads()[0]).containsExactly((short) -100, (short) 50);
        assertThat(draws.scoring().leads()[0]).containsExactly((short) -101, (short) 0);
    }

    @Test
    void seatsOfDifferentNumbersOfElectionsAreRefused() {
        assertThatThrownBy(() -> new JointDraws(List.of("A", "B"), new short[][] {{1}, {1, 2}}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aScoreIsTheMeanDifferenceWithItsStandardError() {
        Parts parts = new Parts();
        parts.seats.add(SampleModels.seat("A", -1, 5));
        parts.supplies.add(new Supply("a", "a", 300, 0));
        parts.options.add(SampleModels.hours("a", "A", true, 0));
        AllocationModel model = parts.model();
        // 300 hours gain some 0.15 points: one of the four elections is turned.
        JointDraws draws = new JointDraws(List.of("A"), new short[][] {{-10, -400, 300, -200}});

        Score score = Score.ofSeats(draws, Peer.OWN_SEAT.plan(model), Peer.NO_WORK.plan(model));

        assertThat(score.difference()).isEqualTo(0.25);
        assertThat(score.standardError()).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void workForAMajorityGoesToTheSeatsThatDecideIt() {
        // Two safe seats, one seat on the edge, one that is lost: of four seats three are wanted.
        double[] leads = {20, 20, -0.5, -20};
        Random random = new Random(7);
        Parts parts = new Parts();
        short[][] drawn = new short[leads.length][];
        for (int seat = 0; seat < leads.length; seat++) {
            parts.seats.add(SampleModels.seat(SampleModels.code(seat), leads[seat], 2));
            parts.options.add(SampleModels.hours("donor", SampleModels.code(seat), false, 0.2));
            drawn[seat] = leads(random, leads[seat], 2, ELECTIONS);
        }
        parts.supplies.add(new Supply("donor", "donor", 1_000, 0));
        JointDraws draws = new JointDraws(
                IntStream.range(0, leads.length).mapToObj(SampleModels::code).toList(), drawn);
        AllocationModel model = parts.model();

        SeatsAtLeast.Result result =
                new SeatsAtLeast(new Optimiser(new GlopSolver()), draws, 3).optimise(model, List.of());

        Plan plan = result.plan();
        assertThat(plan.units(2)).isGreaterThan(900);
        assertThat(result.localGap()).isLessThan(0.01);
        assertThat(Score.ofChance(draws, 3, plan, Peer.NO_WORK.plan(model)).difference())
                .isPositive();
    }

    private static short[] leads(Random random, double mean, double sd, int elections) {
        short[] leads = new short[elections];
        for (int election = 0; election < elections; election++) {
            leads[election] = (short) Math.round(100 * (mean + sd * random.nextGaussian()));
        }
        return leads;
    }
}
