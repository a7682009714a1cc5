package uk.hustings.polls.forecast.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.hustings.polls.average.domain.NationalPoll;
import uk.hustings.polls.forecast.domain.Forecast.PartyForecast;
import uk.hustings.polls.forecast.domain.Forecast.SeatForecast;
import uk.hustings.polls.forecast.domain.Forecast.SeatParty;
import uk.hustings.polls.real.RealData;
import uk.hustings.polls.real.RealResults;
import uk.hustings.polls.seatref.domain.Contest;
import uk.hustings.polls.seatref.domain.Seat;
import uk.hustings.polls.seatref.domain.SeatBook;

class ForecastTest {

    private static final int FEW = 500;
    private static final ForecastInputs INPUTS = Year2015.inputs();
    private static Forecast eve;

    @BeforeAll
    static void drawElections() {
        eve = forecast(INPUTS, WhatIf.NOTHING);
    }

    @Test
    void everySeatOfThe650IsForecast() {
        assertThat(eve.seats()).hasSize(650).allSatisfy(seat -> assertThat(
                        seat.parties().stream().mapToDouble(SeatParty::meanPct).sum())
                .isCloseTo(100, within(0.2)));
    }

    @Test
    void probabilitiesOfASeatAddUp() {
        assertThat(eve.seats()).allSatisfy(seat -> assertThat(seat.parties().stream()
                        .mapToDouble(SeatParty::winProbability)
                        .sum())
                .isCloseTo(1, within(1e-9)));
    }

    @Test
    void everyIntervalHoldsItsMean() {
        assertThat(eve.seats())
                .allSatisfy(seat -> assertThat(seat.parties()).allSatisfy(party -> assertThat(party.meanPct())
                        .isBetween(party.lowPct() - 0.1, party.highPct() + 0.1)));
    }

    @Test
    void seatsOfAllPartiesAddUpTo650() {
        assertThat(eve.parties().stream()
                        .mapToDouble(PartyForecast::expectedSeats)
                        .sum())
                .isCloseTo(650, within(1e-6));
        assertThat(eve.parties()).allSatisfy(party -> assertThat(party.distribution().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(FEW));
    }

    @Test
    void theSameInputsAndSeedGiveTheSameForecast() {
        assertThat(forecast(INPUTS, WhatIf.NOTHING)).isEqualTo(eve);
    }

    @Test
    void theOrderOfSeatsAndPollsChangesNothing() {
        List<BaselineSeat> seats = new ArrayList<>(INPUTS.seats());
        List<NationalPoll> national = new ArrayList<>(INPUTS.nationalPolls());
        Collections.shuffle(seats, new Random(7));
        Collections.shuffle(national, new Random(8));

        Forecast shuffled = forecast(
                new ForecastInputs(
                        INPUTS.asOf(), seats, national, INPUTS.seatPolls(), Map.of(), Map.of(), INPUTS.parameters()),
                WhatIf.NOTHING);

        assertThat(shuffled).isEqualTo(eve);
    }

    @Test
    void whatHappenedIn2015ChangesNothingOfTheForecastForIt() {
        SeatBook book = RealResults.seats();
        SeatBook otherwise = new SeatBook(
                book.boundarySets(),
                book.parties(),
                book.elections(),
                book.seats(RealResults.BOUNDARIES_2010).stream()
                        .map(ForecastTest::wonByTheGreensIn2015)
                        .toList());

        ForecastInputs blind = Year2015.inputs(otherwise, Year2015.EVE, Year2015.PARAMETERS);

        assertThat(otherwise.resultOfGreatBritain("ge2015").orElseThrow().votes())
                .containsOnlyKeys("green");
        assertThat(blind).isEqualTo(INPUTS);
        assertThat(forecast(blind, WhatIf.NOTHING)).isEqualTo(eve);
    }

    @Test
    void pollsThatEndedLaterChangeNothing() {
        LocalDate march = LocalDate.of(2015, 3, 31);
        ForecastInputs all = Year2015.inputs(RealResults.seats(), march, Year2015.PARAMETERS);
        ForecastInputs known = new ForecastInputs(
                march,
                all.seats(),
                all.nationalPolls().stream()
                        .filter(poll -> !poll.end().isAfter(march))
                        .toList(),
                all.seatPolls().stream()
                        .filter(poll -> !poll.end().isAfter(march))
                        .toList(),
                Map.of(),
                Map.of(),
                all.parameters());

        assertThat(forecast(known, WhatIf.NOTHING).seats())
                .isEqualTo(forecast(all, WhatIf.NOTHING).seats());
    }

    @Test
    void theSpeakersSeatStaysHis() {
        assertThat(seat(eve, "E14000608").favourite()).isEqualTo("spk");
    }

    @Test
    void aSeatThatBreaksAwayIsBelieved() {
        assertThat(seat(eve, "E14000642").favourite()).as("Clacton").isEqualTo("ukip");
    }

    @Test
    void scotlandMovesByItsOwnPolls() {
        assertThat(party(eve, "snp").expectedSeats()).isBetween(45.0, 59.0);
    }

    @Test
    void drawingASeatAgreesWithTheClosedForm() {
        ForecastInputs one = twoPartySeat(44, 40);
        SeatModel model = SeatModel.fit(one);
        double mean = model.meanPct[0][0] - model.meanPct[0][1];
        int draws = 40_000;

        SeatForecast drawn =
                Forecast.of(one, WhatIf.NOTHING, draws, 3, done -> {}).seats().get(0);

        double sd = drawn.leadSd();
        double closed = 0.5 * (1 + Erf.erf(mean / sd / Math.sqrt(2)));
        double drawnProbability = drawn.parties().stream()
                .filter(party -> party.party().equals("con"))
                .findFirst()
                .orElseThrow()
                .winProbability();
        assertThat(drawn.leadPts()).isCloseTo(mean, within(4 * sd / Math.sqrt(draws)));
        assertThat(drawnProbability).isCloseTo(closed, within(0.01));
    }

    @Test
    void nothingOtherwiseIsNoDifference() {
        assertThat(forecast(INPUTS, new WhatIf(Map.of("lab", 0.0), Map.of())).parties())
                .isEqualTo(eve.parties());
    }

    @Test
    void twoPointsMoreForLabourAreMoreSeatsForLabour() {
        Forecast better = forecast(INPUTS, new WhatIf(Map.of("lab", 2.0, "con", -2.0), Map.of()));

        assertThat(party(better, "lab").expectedSeats())
                .isGreaterThan(party(eve, "lab").expectedSeats() + 20);
    }

    @Test
    void aLeadThatIsSetIsTheLeadThatIsDrawn() {
        WhatIf tenAhead = new WhatIf(Map.of(), Map.of(RealData.HALLAM, new WhatIf.Lead("lab", 10)));

        SeatForecast hallam = seat(forecast(INPUTS, tenAhead), RealData.HALLAM);

        assertThat(hallam.first()).isEqualTo("lab");
        assertThat(hallam.leadPts()).isCloseTo(10, within(1.0));
    }

    @Test
    void aNewPartyAndOneThatContinuesAnotherAreForecastOnOtherBoundaries() {
        LocalDate day = LocalDate.of(2023, 7, 5);
        StartingPoint start = StartingPoint.of(RealResults.seats(), RealResults.BOUNDARIES_2024, day)
                .orElseThrow();
        List<NationalPoll> polls = List.of(
                new NationalPoll("a", day, "One", 2000, Map.of("con", 28.0, "lab", 45.0, "ld", 10.0, "reform", 7.0)),
                new NationalPoll("b", day, "Two", 1500, Map.of("con", 27.0, "lab", 46.0, "green", 5.0)));
        Set<String> polled = Set.of("con", "lab", "ld", "reform", "green");

        Forecast forecast = forecast(
                new ForecastInputs(
                        day,
                        start.seats(),
                        polls,
                        start.byElections(),
                        start.successors(RealResults.seats(), polled),
                        Map.of(),
                        Year2015.PARAMETERS),
                WhatIf.NOTHING);

        assertThat(start.baseline().isNotional()).isTrue();
        assertThat(start.successors(RealResults.seats(), polled)).containsEntry("brexit", "reform");
        assertThat(forecast.seats()).hasSize(650);
        assertThat(forecast.parties()).extracting(PartyForecast::party).contains("reform", "snp", "green");
        assertThat(party(forecast, "lab").majorityProbability()).isGreaterThan(0.8);
        assertThat(party(forecast, "reform").nationalPct()).isCloseTo(7, within(1.5));
    }

    @Test
    void aPartyStandsOnlyWhereItIsSaidToStand() {
        ForecastInputs onlyInHallam = new ForecastInputs(
                INPUTS.asOf(),
                INPUTS.seats(),
                INPUTS.nationalPolls(),
                INPUTS.seatPolls(),
                Map.of(),
                Map.of("ukip", Set.of(RealData.HALLAM)),
                INPUTS.parameters());

        Forecast forecast = forecast(onlyInHallam, WhatIf.NOTHING);

        assertThat(forecast.seats().stream()
                        .filter(seat -> seat.parties().stream()
                                .anyMatch(party -> party.party().equals("ukip")))
                        .map(SeatForecast::seat))
                .containsExactlyInAnyOrder(RealData.HALLAM, "E14000608");
    }

    private static Forecast forecast(ForecastInputs inputs, WhatIf whatIf) {
        return Forecast.of(inputs, whatIf, FEW, 1, done -> {});
    }

    private static SeatForecast seat(Forecast forecast, String code) {
        return forecast.seats().stream()
                .filter(seat -> seat.seat().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static PartyForecast party(Forecast forecast, String code) {
        return forecast.parties().stream()
                .filter(party -> party.party().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static ForecastInputs twoPartySeat(double con, double lab) {
        Map<String, Double> shares =
                new TreeMap<>(Map.of("con", con * 100 / (con + lab), "lab", lab * 100 / (con + lab)));
        return new ForecastInputs(
                Year2015.EVE,
                List.of(new BaselineSeat("A", "R", "England", true, 50_000, shares, "con")),
                List.of(new NationalPoll("1", Year2015.EVE, "One", 1000, shares)),
                List.of(),
                Map.of(),
                Map.of(),
                Year2015.PARAMETERS);
    }

    private static Seat wonByTheGreensIn2015(Seat seat) {
        return new Seat(
                seat.boundarySet(),
                seat.code(),
                seat.name(),
                seat.regionCode(),
                seat.regionName(),
                seat.country(),
                seat.county(),
                seat.electorate(),
                seat.contests().stream()
                        .map(contest -> contest.electionId().equals("ge2015")
                                ? new Contest(
                                        "ge2015", contest.pollingDay(), false, 1000, Map.of("green", 1000), "green")
                                : contest)
                        .toList());
    }
}
