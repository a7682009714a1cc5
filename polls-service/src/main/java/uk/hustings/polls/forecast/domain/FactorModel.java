package uk.hustings.polls.forecast.domain;

import java.util.ArrayList;
import java.util.List;
import uk.hustings.polls.average.domain.ShareScale;

/**
 * The errors of a forecast written out as a linear model: before shares are cut off at 0 and made to add up to 100, the share
 * of a party in a seat is mean + Σ loading·z + sd·ε, with all z and ε independent standard normal. This is what
 * {@link Forecast#of} draws from without ever making these tables, which are large; here they are for those who want to check it.
 *
 * @param seats keys in order
 * @param parties codes in order; the last one is the bucket
 * @param meanPct by seat and party; 0 where a party does not stand
 * @param sd of a seat's own error, by seat and party
 * @param loadings by factor, seat and party
 */
public record FactorModel(
        List<String> seats, List<String> parties, double[][] meanPct, double[][] sd, List<double[][]> loadings) {

    public static FactorModel of(ForecastInputs inputs) {
        SeatModel model = SeatModel.fit(inputs);
        Field field = model.field;
        List<double[][]> loadings = new ArrayList<>();
        double[] national = model.nationalPct();
        for (int source = 0; source < field.partyCount(); source++) {
            loadings.add(national(model, national, source));
            loadings.add(slope(model, source));
            for (int region = 0; region < model.regions.size(); region++) {
                loadings.add(regional(model, region, source));
            }
        }
        return new FactorModel(
                field.seats.stream().map(BaselineSeat::key).toList(),
                field.parties,
                model.meanPct,
                model.seatSd,
                List.copyOf(loadings));
    }

    /** What one of the independent numbers behind the national errors does to each party. */
    private static double[][] national(SeatModel model, double[] nationalPct, int source) {
        Field field = model.field;
        double[][] loading = new double[field.seatCount()][field.partyCount()];
        double root = Math.sqrt(nationalPct[source] / 100);
        for (int party = 0; party < field.partyCount(); party++) {
            double own = Math.sqrt(nationalPct[party] / 100);
            double error = 100 * model.parameters.national() * own * ((party == source ? 1 : 0) - own * root);
            for (int seat = 0; seat < field.seatCount() && field.tracked[party]; seat++) {
                if (moves(model, seat, party) && field.seats.get(seat).inNationalPolls()) {
                    loading[seat][party] = error * Simulation.relation(model.meanPct[seat][party], nationalPct[party]);
                }
            }
        }
        return loading;
    }

    private static double[][] slope(SeatModel model, int party) {
        Field field = model.field;
        double[][] loading = new double[field.seatCount()][field.partyCount()];
        for (int seat = 0; seat < field.seatCount(); seat++) {
            if (moves(model, seat, party)) {
                loading[seat][party] = model.slopeSd[party] * model.centredPct[seat][party];
            }
        }
        return loading;
    }

    private static double[][] regional(SeatModel model, int region, int party) {
        Field field = model.field;
        double[][] loading = new double[field.seatCount()][field.partyCount()];
        double sd = Simulation.regionalSd(model, region)[party];
        for (int seat = 0; seat < field.seatCount(); seat++) {
            if (moves(model, seat, party) && model.regionOf[seat] == region) {
                loading[seat][party] = sd * ShareScale.of(model.meanPct[seat][party]);
            }
        }
        return loading;
    }

    private static boolean moves(SeatModel model, int seat, int party) {
        return !model.field.settled[seat] && model.meanPct[seat][party] > 0;
    }
}
