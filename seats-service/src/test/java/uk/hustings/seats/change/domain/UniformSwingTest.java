package uk.hustings.seats.change.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import uk.hustings.seats.RealData;
import uk.hustings.seats.change.domain.Baseline.Candidate;
import uk.hustings.seats.change.domain.ProjectedTotals.PartyTotal;
import uk.hustings.seats.election.domain.Contest;

class UniformSwingTest {

    private static final List<Contest> GE2010 = RealData.generalElection2010().contests();
    private static final Offset<Double> EXACT = within(1e-9);
    private static final int ROUNDS = 5000;

    @Test
    void aNamedChangeAppliesInPointsAndTheOthersBearTheRestInProportion() {
        Projection seat = project(Map.of("con", -3.0, "lab", 1.0), "con", 50, "lab", 30, "ld", 15, "green", 5);

        assertThat(seat.sharesPct().get("con")).isCloseTo(47, EXACT);
        assertThat(seat.sharesPct().get("lab")).isCloseTo(31, EXACT);
        assertThat(seat.sharesPct().get("ld")).isCloseTo(16.5, EXACT);
        assertThat(seat.sharesPct().get("green")).isCloseTo(5.5, EXACT);
        assertThat(seat.winner()).isEqualTo("con");
        assertThat(seat.majorityPts()).isCloseTo(16, EXACT);
    }

    @Test
    void whoDidNotStandGetsNothingAndItsChangeIsNotBorneByAnyone() {
        Projection seat = project(Map.of("snp", 20.0), "con", 60, "lab", 40);

        assertThat(seat.sharesPct()).containsOnlyKeys("con", "lab");
        assertThat(seat.sharesPct().get("con")).isCloseTo(60, EXACT);
    }

    @Test
    void aShareThatWouldFallBelowNoughtIsNoughtAndTheRestIsScaled() {
        Projection seat = project(Map.of("con", 0.0, "lab", 15.0, "ld", -15.0), "con", 50, "lab", 40, "ld", 10);

        assertThat(seat.sharesPct().get("ld")).isZero();
        assertThat(seat.sharesPct().get("con")).isCloseTo(100 * 50 / 105.0, EXACT);
        assertThat(seat.sharesPct().get("lab")).isCloseTo(100 * 55 / 105.0, EXACT);
        assertThat(seat.winner()).isEqualTo("lab");
        assertThat(seat.changesHands()).isTrue();
    }

    @Test
    void whereNobodyElseStandsTheNamedPartiesAreScaledToAHundred() {
        Projection seat = project(Map.of("con", 10.0, "lab", 10.0), "con", 50, "lab", 50);

        assertThat(seat.sharesPct().get("con")).isCloseTo(50, EXACT);
        assertThat(seat.sharesPct().get("lab")).isCloseTo(50, EXACT);
    }

    @Test
    void whereNothingWouldBeLeftTheSeatStaysAsItWas() {
        Projection seat = project(Map.of("con", -100.0, "lab", -100.0), "con", 60, "lab", 40);

        assertThat(seat.sharesPct().get("con")).isCloseTo(60, EXACT);
        assertThat(seat.changesHands()).isFalse();
    }

    @Test
    void aChangeOfAHundredPointsTakesEverything() {
        Projection seat = project(Map.of("lab", 100.0), "con", 80, "lab", 20);

        assertThat(seat.sharesPct().get("lab")).isCloseTo(100, EXACT);
        assertThat(seat.sharesPct().get("con")).isZero();
        assertThat(seat.majorityPts()).isCloseTo(100, EXACT);
    }

    @Test
    void inATieTheHolderKeepsTheSeat() {
        Map<String, Double> fivePoints = Map.of("con", -5.0, "lab", 5.0);

        assertThat(project(fivePoints, "con", 50, "lab", 40, "ld", 10).changesHands())
                .isFalse();
        assertThat(project(Map.of("con", -5.001, "lab", 5.001), "con", 50, "lab", 40, "ld", 10)
                        .winner())
                .isEqualTo("lab");
    }

    @Test
    void whoWonByLotHoldsTheSeat() {
        Baseline tie = new Baseline(List.of(new Candidate("con", 100), new Candidate("lab", 100)), "lab");

        assertThat(new UniformSwing(Map.of()).project(tie).winner()).isEqualTo("lab");
    }

    @Test
    void inATieOfTwoChallengersWhoHadMoreVotesWins() {
        Projection seat = project(Map.of("con", -20.0, "lab", 10.0, "ld", 15.0), "con", 45, "lab", 30, "ld", 25);

        assertThat(seat.winner()).isEqualTo("lab");
    }

    @Test
    void theBucketOfAllOthersWinsNothing() {
        Projection seat = project(Map.of("other", 50.0), "con", 60, "lab", 10, "other", 30);

        assertThat(seat.sharesPct().get("other")).isCloseTo(80, EXACT);
        assertThat(seat.winner()).isEqualTo("con");
        assertThat(seat.majorityPts()).isNegative();
    }

    @Test
    void independentsDoNotWinTogether() {
        Baseline fermanaghAndSouthTyrone = GE2010.stream()
                .filter(contest -> contest.seatCode().value().equals("N06000007"))
                .map(Baseline::of)
                .findFirst()
                .orElseThrow();

        Projection seat = new UniformSwing(Map.of()).project(fermanaghAndSouthTyrone);

        // Two independents had more votes between them than the winner, who led the first of them by 4.
        assertThat(seat.sharesPct().get("ind")).isGreaterThan(seat.sharesPct().get("sf"));
        assertThat(seat.winner()).isEqualTo("sf");
        assertThat(seat.majorityPts()).isCloseTo(100 * 4.0 / seat.tally().validVotes(), EXACT);
        assertThat(new UniformSwing(Map.of("sf", -0.1, "ind", 0.1))
                        .project(fermanaghAndSouthTyrone)
                        .winner())
                .isEqualTo("ind");
    }

    @Test
    void whoStoodWithoutAVoteCanGainOne() {
        Projection seat = project(Map.of("ld", 4.0), "con", 60, "lab", 40, "ld", 0);

        assertThat(seat.sharesPct().get("ld")).isCloseTo(4, EXACT);
        assertThat(seat.sharesPct().get("con")).isCloseTo(57.6, EXACT);
    }

    @Test
    void noChangeLeavesTheHouseOf2010AsItWas() {
        ProjectedTotals totals = project2010(Map.of());

        assertThat(totals.changingHands()).isZero();
        assertThat(totals.seats()).isEqualTo(650);
        assertThat(seatsAfter(totals))
                .containsEntry("con", 306)
                .containsEntry("lab", 258)
                .containsEntry("ld", 57)
                .containsEntry("sf", 5)
                .containsEntry("ind", 1);
        assertThat(totals.parties().get(0)).isEqualTo(new PartyTotal("con", 306, 306, 36.0543, 36.0543));
        assertThat(totals.parties())
                .allSatisfy(party -> assertThat(party.shareAfterPct()).isEqualTo(party.shareBeforePct()));
    }

    @Test
    void threeAndAHalfPointsFromTheConservativesAndTwoToLabourTurnTheHouseOf2010() {
        ProjectedTotals totals = project2010(Map.of("con", -3.5, "lab", 2.0));

        assertThat(seatsAfter(totals))
                .containsEntry("lab", 295)
                .containsEntry("con", 262)
                .containsEntry("ld", 64);
        assertThat(seatsBefore(totals)).containsEntry("lab", 258).containsEntry("con", 306);
        assertThat(totals.parties().stream().mapToInt(PartyTotal::seatsAfter).sum())
                .isEqualTo(650);
    }

    @Test
    void theChangesOf2015AppliedEvenlyMissTheNationalistLandslide() {
        Map<String, Double> changes =
                Map.of("con", 0.7552, "lab", 1.4593, "ld", -15.1572, "ukip", 9.5458, "snp", 3.0828, "green", 2.809);

        assertThat(seatsAfter(project2010(changes)))
                .containsEntry("con", 330)
                .containsEntry("lab", 275)
                .containsEntry("ld", 15)
                .containsEntry("snp", 7);
    }

    @Test
    void aBaselineIsWonBySomebodyWhoStood() {
        assertThatThrownBy(() -> new Baseline(List.of(new Candidate("con", 1)), "lab"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lab");
    }

    @Test
    void sharesStayAtOrAboveNoughtAndSumToAHundred() {
        generate(2010, (seat, changes) -> {
            Projection projected = new UniformSwing(changes).project(seat);

            assertThat(projected.sharesPct().keySet())
                    .isEqualTo(seat.tally().votes().keySet());
            assertThat(projected.sharesPct().values())
                    .allSatisfy(share -> assertThat(share).isBetween(0.0, 100 + 1e-9));
            assertThat(sum(projected.sharesPct())).isCloseTo(100, EXACT);
        });
    }

    @Test
    void votesAreConserved() {
        generate(2015, (seat, changes) -> {
            List<Projection> projections = List.of(new UniformSwing(changes).project(seat));
            List<PartyTotal> parties = ProjectedTotals.of(projections).parties();

            assertThat(parties.stream().mapToDouble(PartyTotal::shareAfterPct).sum())
                    .isCloseTo(100, within(1e-3));
            assertThat(parties.stream().mapToInt(PartyTotal::seatsAfter).sum()).isEqualTo(1);
        });
    }

    @Test
    void noChangeChangesNothing() {
        generate(2017, (seat, changes) -> {
            changes.replaceAll((party, change) -> 0.0);
            Projection projected = new UniformSwing(changes).project(seat);

            assertThat(projected.changesHands()).isFalse();
            assertThat(projected.majorityPts()).isNotNegative();
            projected.sharesPct().forEach((party, share) -> assertThat(SignedPoints.rounded(share))
                    .isCloseTo(seat.tally().sharePct(party), within(1.1e-4)));
        });
    }

    @Test
    void theWinnerHasTheLargestShareOfAnyCandidateThatCanWin() {
        generate(2019, (seat, changes) -> {
            Projection projected = new UniformSwing(changes).project(seat);
            Map<String, Long> standing =
                    seat.candidates().stream().collect(Collectors.groupingBy(Candidate::party, Collectors.counting()));

            assertThat(projected.winner()).isNotEqualTo("other");
            standing.forEach((party, candidates) -> {
                if (candidates == 1 && !party.equals("other")) {
                    assertThat(projected.sharesPct().get(projected.winner()))
                            .isGreaterThanOrEqualTo(projected.sharesPct().get(party) - 1e-9);
                }
            });
        });
    }

    @Test
    void moreOfAPartyNeverCostsItASeat() {
        generate(2024, (seat, changes) -> {
            double change = changes.getOrDefault("con", 0.0);
            Map<String, Double> more = new HashMap<>(changes);
            changes.put("con", change);
            more.put("con", change + 1);
            if (new UniformSwing(changes).project(seat).winner().equals("con")) {
                assertThat(new UniformSwing(more).project(seat).winner()).isEqualTo("con");
            }
        });
    }

    private static void generate(long seed, BiConsumer<Baseline, Map<String, Double>> check) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            check.accept(Results.baseline(random), Results.changes(random));
        }
    }

    private static double sum(Map<String, Double> shares) {
        return shares.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static Projection project(Map<String, Double> changes, Object... partiesAndVotes) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < partiesAndVotes.length; i += 2) {
            candidates.add(new Candidate((String) partiesAndVotes[i], (Integer) partiesAndVotes[i + 1]));
        }
        return new UniformSwing(changes)
                .project(new Baseline(candidates, candidates.get(0).party()));
    }

    @Test
    void billionsOfVotesAddUpLikeMillions() {
        Baseline seat =
                new Baseline(List.of(new Candidate("con", 1_800_000_000), new Candidate("lab", 1_200_000_000)), "con");
        Projection projection = new UniformSwing(Map.of("con", -15.0)).project(seat);

        assertThat(ProjectedTotals.of(List.of(projection, projection)).parties())
                .containsExactly(new PartyTotal("lab", 0, 2, 40.0, 55.0), new PartyTotal("con", 2, 0, 60.0, 45.0));
    }

    private static ProjectedTotals project2010(Map<String, Double> changes) {
        UniformSwing swing = new UniformSwing(changes);
        return ProjectedTotals.of(
                GE2010.stream().map(Baseline::of).map(swing::project).toList());
    }

    private static Map<String, Integer> seatsAfter(ProjectedTotals totals) {
        return totals.parties().stream().collect(Collectors.toMap(PartyTotal::party, PartyTotal::seatsAfter));
    }

    private static Map<String, Integer> seatsBefore(ProjectedTotals totals) {
        return totals.parties().stream().collect(Collectors.toMap(PartyTotal::party, PartyTotal::seatsBefore));
    }
}
