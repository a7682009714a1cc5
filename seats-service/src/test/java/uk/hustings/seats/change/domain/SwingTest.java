package uk.hustings.seats.change.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static uk.hustings.seats.change.domain.SwingMeasure.BUTLER;
import static uk.hustings.seats.change.domain.SwingMeasure.TWO_PARTY;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.hustings.seats.RealData;
import uk.hustings.seats.election.domain.Contest;

/** The figures are those of the results of 2010 and 2015, as the House of Commons Library published them. */
class SwingTest {

    private static final List<Contest> GE2010 = RealData.generalElection2010().contests();
    private static final List<Contest> GE2015 = RealData.generalElection2015().contests();
    private static final PartyPair CON_LAB = new PartyPair("con", "lab");
    private static final PartyPair SNP_LAB = new PartyPair("snp", "lab");
    private static final PartyPair LD_LAB = new PartyPair("ld", "lab");
    private static final int ROUNDS = 2000;

    @Test
    void creweAndNantwichSwung229PointsToLabourAndTheConservativesHeldIt() {
        Tally before = seat(GE2010, "E14000653");
        Tally after = seat(GE2015, "E14000653");

        assertThat(BUTLER.between(before, after, CON_LAB)).isEqualTo(-2.2902);
        assertThat(BUTLER.between(before, after, new PartyPair("lab", "con"))).isEqualTo(2.2902);
        assertThat(TWO_PARTY.between(before, after, CON_LAB)).isEqualTo(-3.0247);
        assertThat(after.leadPts(CON_LAB)).isEqualTo(7.2551);
    }

    @Test
    void sheffieldHallamSwung1655PointsFromTheLiberalDemocratsToLabour() {
        Tally before = seat(GE2010, "E14000922");
        Tally after = seat(GE2015, "E14000922");

        assertThat(BUTLER.between(before, after, LD_LAB)).isEqualTo(-16.5516);
        assertThat(TWO_PARTY.between(before, after, LD_LAB)).isEqualTo(-24.0604);
    }

    @Test
    void whoBothLoseCanSwingOneWayByOneMeasureAndTheOtherWayByTheOther() {
        Tally before = seat(GE2010, "E14000922");
        Tally after = seat(GE2015, "E14000922");
        PartyPair ldCon = new PartyPair("ld", "con");

        assertThat(BUTLER.between(before, after, ldCon)).isEqualTo(-1.7231);
        assertThat(TWO_PARTY.between(before, after, ldCon)).isEqualTo(5.2360);
    }

    @Test
    void theKingdomSwung035PointsToLabourAndGreatBritain037() {
        assertThat(BUTLER.between(all(GE2010, ""), all(GE2015, ""), CON_LAB)).isEqualTo(-0.3521);
        assertThat(BUTLER.between(all(GE2010, "[^N].*"), all(GE2015, "[^N].*"), CON_LAB))
                .isEqualTo(-0.3730);
        assertThat(TWO_PARTY.between(all(GE2010, ""), all(GE2015, ""), CON_LAB)).isEqualTo(-0.7022);
        assertThat(all(GE2015, "").sharePct("con")).isEqualTo(36.8095);
        assertThat(all(GE2015, "").validVotes()).isEqualTo(30_697_525);
    }

    @Test
    void scotlandSwung24PointsToTheNationalists() {
        assertThat(BUTLER.between(all(GE2010, "S.*"), all(GE2015, "S.*"), SNP_LAB))
                .isEqualTo(23.8718);
        assertThat(all(GE2015, "S.*").sharePct("snp")).isEqualTo(49.9726);
        assertThat(all(GE2015, "S.*").majorityVotes()).isEqualTo(747_289);
        assertThat(all(GE2015, "S.*").majorityPct()).isEqualTo(25.6759);
    }

    @Test
    void thereIsNoSwingWhereAPartyDidNotStandInEitherElection() {
        Tally buckingham = seat(GE2010, "E14000608");
        Tally crewe = seat(GE2010, "E14000653");

        assertThat(BUTLER.between(buckingham, crewe, CON_LAB)).isNull();
        assertThat(BUTLER.between(crewe, buckingham, CON_LAB)).isNull();
        assertThat(TWO_PARTY.between(buckingham, crewe, CON_LAB)).isNull();
        assertThat(buckingham.leadPts(CON_LAB)).isNull();
        assertThat(crewe.changesPts(buckingham)).containsOnlyKeys("ukip", "ind", "other");
    }

    @Test
    void whoStoodAndGotNoVoteHasASwingUnlessBothGotNone() {
        Tally before = tally(Map.of("con", 10L, "lab", 0L, "ld", 10L));
        Tally after = tally(Map.of("con", 0L, "lab", 0L, "ld", 20L));

        assertThat(TWO_PARTY.between(before, before, CON_LAB)).isZero();
        assertThat(TWO_PARTY.between(before, after, CON_LAB)).isNull();
        assertThat(BUTLER.between(before, tally(Map.of("con", 0L, "lab", 5L, "ld", 15L)), CON_LAB))
                .isEqualTo(-37.5);
    }

    @Test
    void halvesAreRoundedAlikeOnEitherSide() {
        Tally before = tally(Map.of("con", 1_000_000L, "lab", 1_000_000L));
        Tally after = tally(Map.of("con", 1_000_001L, "lab", 999_999L));

        // The swing is 0.00005 points.
        assertThat(BUTLER.between(before, after, CON_LAB)).isEqualTo(0.0001);
        assertThat(BUTLER.between(after, before, CON_LAB)).isEqualTo(-0.0001);
    }

    @Test
    void billionsOfVotesAreMeasuredLikeMillions() {
        Tally before = tally(Map.of("con", 1_800_000_000L, "lab", 1_200_000_000L));
        Tally after = tally(Map.of("con", 1_500_000_000L, "lab", 1_500_000_000L));

        assertThat(BUTLER.between(before, after, CON_LAB)).isEqualTo(-10.0);
        assertThat(TWO_PARTY.between(before, after, CON_LAB)).isEqualTo(-10.0);
        assertThat(after.changesPts(before)).isEqualTo(Map.of("con", -10.0, "lab", 10.0));
        assertThat(before.leadPts(CON_LAB)).isEqualTo(20.0);
    }

    @Test
    void halvesAreExactAmongBillionsOfVotesToo() {
        Tally before = tally(Map.of("con", 1_500_000_000L, "lab", 1_500_000_000L));
        Tally half = tally(Map.of("con", 1_500_001_500L, "lab", 1_499_998_500L));
        Tally less = tally(Map.of("con", 1_500_001_499L, "lab", 1_499_998_501L));

        // 0.00005 points, and a vote less.
        assertThat(BUTLER.between(before, half, CON_LAB)).isEqualTo(0.0001);
        assertThat(BUTLER.between(half, before, CON_LAB)).isEqualTo(-0.0001);
        assertThat(BUTLER.between(before, less, CON_LAB)).isZero();
    }

    @Test
    void noSwingIsWrittenWithoutASign() {
        Tally tally = tally(Map.of("con", 2L, "lab", 1L));

        assertThat(BUTLER.between(tally, tally, new PartyPair("lab", "con")).toString())
                .isEqualTo("0.0");
        assertThat(Double.toString(SignedPoints.rounded(-0.00001))).isEqualTo("0.0");
    }

    @Test
    void aPairIsOfTwoParties() {
        assertThatThrownBy(() -> new PartyPair("con", "con")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void measuresAreKnownByTheirCodes() {
        assertThat(SwingMeasure.codes()).containsExactly("butler", "two-party");
        assertThat(SwingMeasure.fromCode("two-party")).contains(TWO_PARTY);
        assertThat(SwingMeasure.fromCode("steed")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aSwingIsAntisymmetricInThePartiesAndInTheElections(SwingMeasure measure) {
        Random random = new Random(2010);
        for (int round = 0; round < ROUNDS; round++) {
            Tally before = Results.tally(random);
            Tally after = Results.tally(random);
            Double swing = measure.between(before, after, CON_LAB);

            assertThat(measure.between(before, after, new PartyPair("lab", "con")))
                    .isEqualTo(0 - swing);
            assertThat(measure.between(after, before, CON_LAB)).isEqualTo(0 - swing);
            assertThat(swing).isBetween(-100.0, 100.0);
        }
    }

    @Test
    void twiceTheSwingAddedToTheFirstLeadGivesTheSecond() {
        Random random = new Random(2015);
        for (int round = 0; round < ROUNDS; round++) {
            Tally before = Results.tally(random);
            Tally after = Results.tally(random);

            assertThat(before.leadPts(CON_LAB) + 2 * BUTLER.between(before, after, CON_LAB))
                    .isCloseTo(after.leadPts(CON_LAB), within(2.1e-4));
        }
    }

    @Test
    void swingsOfTwoStepsAddUpToThatOfBoth() {
        Random random = new Random(2017);
        for (int round = 0; round < ROUNDS; round++) {
            Tally first = Results.tally(random);
            Tally second = Results.tally(random);
            Tally third = Results.tally(random);
            for (SwingMeasure measure : SwingMeasure.values()) {
                assertThat(measure.between(first, second, CON_LAB) + measure.between(second, third, CON_LAB))
                        .isCloseTo(measure.between(first, third, CON_LAB), within(1.6e-4));
            }
        }
    }

    private static Tally tally(Map<String, Long> votes) {
        return new Tally(votes, null);
    }

    private static Tally seat(List<Contest> contests, String code) {
        return all(contests, code);
    }

    private static Tally all(List<Contest> contests, String codes) {
        return Tally.sum(contests.stream()
                        .filter(contest ->
                                codes.isEmpty() || contest.seatCode().value().matches(codes))
                        .map(Tally::of)
                        .toList())
                .orElseThrow();
    }
}
