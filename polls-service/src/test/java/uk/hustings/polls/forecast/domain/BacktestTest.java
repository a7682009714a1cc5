package uk.hustings.polls.forecast.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.hustings.polls.forecast.domain.Backtest.Difference;
import uk.hustings.polls.forecast.domain.Backtest.ModelScore;
import uk.hustings.polls.forecast.domain.Backtest.PartySeats;
import uk.hustings.polls.real.RealResults;
import uk.hustings.polls.seatref.domain.Contest;
import uk.hustings.polls.seatref.domain.Seat;

/** The general election of 2015 as it could be forecast on its eve, beside what people used. */
class BacktestTest {

    private static Backtest backtest;

    @BeforeAll
    static void holdTheForecastAgainstWhatHappened() {
        backtest = Backtest.of(Year2015.inputs(), outcomes(), 4_000, 1, done -> {});
    }

    @Test
    void theForecastNamesMoreWinnersThanAnyPeer() {
        int own = score(Backtest.FORECAST).rightWinners();

        assertThat(score(Backtest.FORECAST).seats()).isEqualTo(632);
        assertThat(own).isGreaterThanOrEqualTo(579);
        assertThat(own).isGreaterThan(score(Backtest.UNIFORM_SWING).rightWinners());
        assertThat(own).isGreaterThan(score(Backtest.UNIFORM_SWING_BY_COUNTRY).rightWinners());
    }

    @Test
    void thePeersAreAsGoodAsTheyAreKnownToBe() {
        assertThat(score(Backtest.UNIFORM_SWING).rightWinners()).isBetween(523, 529);
        assertThat(score(Backtest.UNIFORM_SWING_BY_COUNTRY).rightWinners()).isBetween(566, 580);
        assertThat(score(Backtest.LAST_POLL).seats()).isEqualTo(168);
        assertThat(score(Backtest.LAST_POLL).rightWinners()).isEqualTo(105);
    }

    @Test
    void probabilitiesAreBetterThanThoseOfThePeers() {
        assertThat(score(Backtest.FORECAST).logScore()).isLessThan(0.185);
        // 0.105 was hoped for: the national polls' miss of the lead by six points is most of the rest.
        assertThat(score(Backtest.FORECAST).brier()).isLessThan(0.112);
        assertThat(backtest.differences())
                .filteredOn(difference -> !difference.measure().equals("rightWinners"))
                .hasSize(6)
                .allSatisfy(difference -> assertThat(difference.high())
                        .as("%s against %s", difference.measure(), difference.peer())
                        .isNegative());
    }

    @Test
    void differencesLieWithinTheirIntervals() {
        assertThat(backtest.differences()).extracting(Difference::seats).contains(632, 168);
        assertThat(backtest.differences()).allSatisfy(difference -> assertThat(difference.difference())
                .isBetween(difference.low(), difference.high()));
    }

    @Test
    void intervalsOfSeatsHoldWhatHappened() {
        for (String party : new String[] {"con", "lab", "snp", "ld"}) {
            PartySeats seats = model(Backtest.FORECAST).parties().stream()
                    .filter(each -> each.party().equals(party))
                    .findFirst()
                    .orElseThrow();
            assertThat(seats.holds()).as("%s", seats).isTrue();
            assertThat(seats.highSeats() - seats.lowSeats()).isLessThan(100);
        }
    }

    @Test
    void nineOfTenIntervalsOfSharesHoldTheShare() {
        assertThat(score(Backtest.FORECAST).coverage()).isBetween(0.85, 0.95);
    }

    @Test
    void whatIsCalledCertainHappens() {
        assertThat(model(Backtest.FORECAST).calibration())
                .filteredOn(bin -> bin.told() >= 50)
                .allSatisfy(bin -> assertThat(Math.abs(bin.cameTrue() - bin.meanProbability()))
                        .as("%s", bin)
                        .isLessThan(0.15));
    }

    static Map<String, Outcome> outcomes() {
        Map<String, Outcome> outcomes = new TreeMap<>();
        for (Seat seat : RealResults.seats().seats(RealResults.BOUNDARIES_2010)) {
            Contest contest = seat.contestOf("ge2015").orElseThrow();
            Map<String, Double> shares = new TreeMap<>();
            contest.sharesPct().forEach((party, pct) -> shares.put(party, pct.doubleValue()));
            outcomes.put(seat.code().value(), new Outcome(contest.winner().orElse(Field.OTHER), shares));
        }
        return outcomes;
    }

    private static Score score(String model) {
        return model(model).score();
    }

    private static ModelScore model(String model) {
        return backtest.models().stream()
                .filter(each -> each.model().equals(model))
                .findFirst()
                .orElseThrow();
    }
}
