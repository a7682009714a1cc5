package uk.hustings.polls.forecast.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.hustings.polls.forecast.domain.Forecast.SeatForecast;
import uk.hustings.polls.forecast.domain.Forecast.SeatParty;

/** The forecast held against the plainest way to draw from the same model. */
class FactorModelTest {

    private static final int DRAWS = 3_000;
    private static final List<String> SEATS = List.of("E14000642", "E14000922", "S14000024", "W07000049", "E14000653");

    private static Forecast forecast;
    private static FactorModel plain;

    @BeforeAll
    static void drawElections() {
        ForecastInputs inputs = Year2015.inputs();
        forecast = Forecast.of(inputs, WhatIf.NOTHING, DRAWS, 1, done -> {});
        plain = FactorModel.of(inputs);
    }

    @Test
    void drawingPlainlyGivesTheSameProbabilitiesAndShares() {
        for (String key : SEATS) {
            int seat = plain.seats().indexOf(key);
            Map<String, Integer> wins = new TreeMap<>();
            double[] sums = new double[plain.parties().size()];
            Random random = new Random(42);
            for (int draw = 0; draw < DRAWS; draw++) {
                double[] shares = draw(seat, random);
                wins.merge(plain.parties().get(winner(shares)), 1, Integer::sum);
                for (int party = 0; party < shares.length; party++) {
                    sums[party] += shares[party];
                }
            }
            for (SeatParty party : seat(key).parties()) {
                double probability = (double) wins.getOrDefault(party.party(), 0) / DRAWS;
                assertThat(party.winProbability())
                        .as("%s in %s", party.party(), key)
                        .isCloseTo(probability, within(0.045));
                assertThat(party.meanPct())
                        .as("%s in %s", party.party(), key)
                        .isCloseTo(sums[plain.parties().indexOf(party.party())] / DRAWS, within(0.6));
            }
        }
    }

    private static double[] draw(int seat, Random random) {
        double[] shares = new double[plain.parties().size()];
        double[] z = plain.loadings().stream()
                .mapToDouble(factor -> random.nextGaussian())
                .toArray();
        double sum = 0;
        for (int party = 0; party < shares.length; party++) {
            if (plain.meanPct()[seat][party] > 0) {
                shares[party] = plain.meanPct()[seat][party] + plain.sd()[seat][party] * random.nextGaussian();
                for (int factor = 0; factor < z.length; factor++) {
                    shares[party] += plain.loadings().get(factor)[seat][party] * z[factor];
                }
                shares[party] = Math.max(0, shares[party]);
                sum += shares[party];
            }
        }
        for (int party = 0; party < shares.length; party++) {
            shares[party] *= 100 / sum;
        }
        return shares;
    }

    private static int winner(double[] shares) {
        int first = 0;
        for (int party = 1; party < shares.length - 1; party++) {
            first = shares[party] > shares[first] ? party : first;
        }
        return first;
    }

    private static SeatForecast seat(String key) {
        return forecast.seats().stream()
                .filter(seat -> seat.seat().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
