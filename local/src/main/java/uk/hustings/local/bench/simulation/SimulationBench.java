package uk.hustings.local.bench.simulation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import uk.hustings.local.bench.BenchFailed;
import uk.hustings.local.bench.simulation.MatrixPeer.Drawn;
import uk.hustings.local.bench.simulation.Stopwatch.Time;
import uk.hustings.polls.forecast.domain.FactorModel;
import uk.hustings.polls.forecast.domain.Forecast;
import uk.hustings.polls.forecast.domain.Forecast.SeatForecast;
import uk.hustings.polls.forecast.domain.Forecast.SeatParty;
import uk.hustings.polls.forecast.domain.ForecastInputs;
import uk.hustings.polls.forecast.domain.WhatIf;

/** Draws elections with the forecast and with plain matrices, in turns. */
public final class SimulationBench {

    /** Of the same model the two differ by chance alone: at 10,000 elections by five standard errors at the very most. */
    private static final double TOO_FAR_APART = 0.035;

    private static final int ELECTIONS = 10_000;
    private static final int WARM_UP = 6;
    private static final int ROUNDS = 7;
    private static final int ROUNDS_OF_MORE = 3;

    private final ForecastInputs inputs;
    private final Consumer<String> progress;

    /**
     * @param data the project's {@code data} folder
     * @param progress told what is being done
     */
    public SimulationBench(Path data, Consumer<String> progress) {
        this.inputs = new EveOf2015(data).inputs();
        this.progress = progress;
    }

    /**
     * Begins with the real seats and the usual number of elections.
     *
     * @param growing whether ten times as many of either are drawn, too
     * @throws BenchFailed if the two do not draw from the same model
     */
    public List<Simulated> run(boolean growing) {
        progress.accept("Drawing elections");
        warmUp();
        List<Simulated> sizes = new ArrayList<>(List.of(measure(inputs, ELECTIONS, ROUNDS)));
        if (growing) {
            progress.accept("Drawing ten times the elections");
            sizes.add(measure(inputs, 10 * ELECTIONS, ROUNDS_OF_MORE));
            progress.accept("Drawing elections of ten times the seats");
            sizes.add(measure(MoreSeats.of(inputs, 10), ELECTIONS, ROUNDS_OF_MORE));
        }
        return sizes;
    }

    private void warmUp() {
        for (int round = 0; round < WARM_UP; round++) {
            forecast(inputs, ELECTIONS, round);
        }
        new MatrixPeer(FactorModel.of(inputs)).draw(ELECTIONS, 0);
    }

    private static Simulated measure(ForecastInputs inputs, int elections, int rounds) {
        List<Time> forecasts = new ArrayList<>();
        List<Time> matrices = new ArrayList<>();
        List<Double> multiplying = new ArrayList<>();
        double furthest = 0;
        for (int round = 0; round < rounds; round++) {
            Stopwatch ours = new Stopwatch();
            Forecast forecast = forecast(inputs, elections, round);
            forecasts.add(ours.read());
            Stopwatch theirs = new Stopwatch();
            FactorModel model = FactorModel.of(inputs);
            Drawn drawn = new MatrixPeer(model).draw(elections, round);
            matrices.add(theirs.read());
            multiplying.add(drawn.multiplyingSeconds());
            furthest = Math.max(furthest, furthestApart(forecast, model, drawn));
        }
        if (furthest > TOO_FAR_APART) {
            throw new BenchFailed(
                    "Forecast and matrices differ by %.3f in a probability: they do not draw from the same model."
                            .formatted(furthest));
        }
        Stopwatch one = new Stopwatch();
        forecast(inputs, 1, 0);
        return new Simulated(inputs.seats().size(), elections, forecasts, matrices, one.read(), multiplying, furthest);
    }

    private static Forecast forecast(ForecastInputs inputs, int elections, long seed) {
        return Forecast.of(inputs, WhatIf.NOTHING, elections, seed, done -> {});
    }

    static double furthestApart(Forecast forecast, FactorModel model, Drawn drawn) {
        double furthest = 0;
        for (int seat = 0; seat < model.seats().size(); seat++) {
            SeatForecast ofSeat = forecast.seats().get(seat);
            if (!ofSeat.seat().equals(model.seats().get(seat))) {
                throw new BenchFailed("Forecast and matrices list the seats differently.");
            }
            for (SeatParty party : ofSeat.parties()) {
                int wins = drawn.wins()[seat][model.parties().indexOf(party.party())];
                furthest =
                        Math.max(furthest, Math.abs(party.winProbability() - (double) wins / drawn.seatsWon().length));
            }
        }
        return furthest;
    }
}
