package uk.hustings.polls.forecast.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import uk.hustings.polls.forecast.domain.Forecast.PartyForecast;
import uk.hustings.polls.forecast.domain.Forecast.SeatForecast;
import uk.hustings.polls.forecast.domain.Score.Calibration;
import uk.hustings.polls.forecast.domain.Score.OfSeat;

/**
 * A forecast of an election that has been held, made from what was known before and held against what happened, beside what
 * people use instead. The outcomes come in when everything is drawn.
 *
 * @param models the forecast first, then its peers
 * @param differences of the forecast from each peer on the seats that both speak of
 */
public record Backtest(List<ModelScore> models, List<Difference> differences) {

    /** The forecast under test. */
    public static final String FORECAST = "hustings";

    /** Every seat moves as national polls do. */
    public static final String UNIFORM_SWING = "uniform-swing";

    /** Countries that have polls of their own seats move as those do. */
    public static final String UNIFORM_SWING_BY_COUNTRY = "uniform-swing-by-country";

    /** Only seats that were polled. */
    public static final String LAST_POLL = "last-constituency-poll";

    private static final int RESAMPLES = 2_000;

    /**
     * How one model did.
     *
     * @param parties seats by party, the actual ones beside the forecast; null where a model speaks of some seats only
     * @param calibration over all parties and seats that it speaks of
     */
    public record ModelScore(String model, Score score, List<PartySeats> parties, List<Calibration> calibration) {}

    /** Seats of one party among those that have an outcome; the interval is that of 90%. */
    public record PartySeats(
            String party, int actualSeats, double expectedSeats, int favouriteSeats, int lowSeats, int highSeats) {

        /** Whether the interval holds what happened. */
        public boolean holds() {
            return actualSeats >= lowSeats && actualSeats <= highSeats;
        }
    }

    /**
     * The forecast's score less a peer's on the same seats, with the 90% interval of a bootstrap over seats (Efron 1979);
     * each resample takes the same seats for both.
     *
     * @param measure {@code rightWinners}, {@code brier} or {@code logScore}
     * @param seats that both speak of
     */
    public record Difference(String peer, String measure, int seats, double difference, double low, double high) {}

    /**
     * @param outcomes by seat; of these, the seats that national polls speak of are scored, and seats by party are those
     *     of all
     * @param progress told how many seats are drawn, of four times all of them
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public static Backtest of(
            ForecastInputs inputs, Map<String, Outcome> outcomes, int elections, long seed, IntConsumer progress) {
        Peers peers = new Peers(inputs);
        Map<String, SeatModel> models = new TreeMap<>();
        models.put(UNIFORM_SWING, peers.uniformSwing());
        models.put(UNIFORM_SWING_BY_COUNTRY, peers.uniformSwingByCountry());
        models.put(LAST_POLL, peers.lastPoll());
        Map<String, Outcome> scored = new TreeMap<>(outcomes);
        inputs.seats().stream().filter(seat -> !seat.inNationalPolls()).forEach(seat -> scored.remove(seat.key()));
        Map<String, Outcome> polled = new TreeMap<>(scored);
        polled.keySet().retainAll(new TreeSet<>(peers.polledSeats()));

        int all = inputs.seats().size();
        SeatModel own = SeatModel.fit(inputs);
        Forecast forecast = Forecast.of(inputs, own, Simulation.run(own, elections, seed, progress), seed);
        List<ModelScore> scores = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        List<OfSeat> ofForecast = Score.each(forecast, scored, SeatForecast::favourite);
        scores.add(score(FORECAST, forecast, outcomes, scored, ofForecast));
        int done = 1;
        for (String peer : List.of(UNIFORM_SWING, UNIFORM_SWING_BY_COUNTRY, LAST_POLL)) {
            int before = done++ * all;
            SeatModel model = models.get(peer);
            Forecast other = Forecast.of(
                    inputs,
                    model,
                    Simulation.run(model, elections, seed, seats -> progress.accept(before + seats)),
                    seed);
            Map<String, Outcome> known = peer.equals(LAST_POLL) ? polled : scored;
            if (!known.isEmpty()) {
                // A peer names the party that it expects to be ahead; it has no probabilities but those we lend it.
                List<OfSeat> ofPeer = Score.each(other, known, SeatForecast::first);
                scores.add(score(peer, other, outcomes, known, ofPeer));
                differences.addAll(differences(peer, ofForecast, ofPeer, seed));
            }
        }
        return new Backtest(List.copyOf(scores), List.copyOf(differences));
    }

    private static ModelScore score(
            String model,
            Forecast forecast,
            Map<String, Outcome> outcomes,
            Map<String, Outcome> scored,
            List<OfSeat> each) {
        return new ModelScore(
                model,
                Score.of(each),
                model.equals(LAST_POLL) ? null : partySeats(forecast, outcomes),
                Calibration.of(forecast, scored));
    }

    private static List<PartySeats> partySeats(Forecast forecast, Map<String, Outcome> outcomes) {
        Map<String, Integer> actual = new TreeMap<>();
        outcomes.values().forEach(outcome -> actual.merge(outcome.winner(), 1, Integer::sum));
        List<PartySeats> seats = new ArrayList<>();
        for (PartyForecast party : forecast.parties()) {
            int won = actual.getOrDefault(party.party(), 0);
            if (won > 0 || party.highSeats() > 0) {
                seats.add(new PartySeats(
                        party.party(),
                        won,
                        party.expectedSeats(),
                        party.favouriteSeats(),
                        party.lowSeats(),
                        party.highSeats()));
            }
        }
        return List.copyOf(seats);
    }

    private static List<Difference> differences(String peer, List<OfSeat> forecast, List<OfSeat> other, long seed) {
        Map<String, OfSeat> bySeat = new HashMap<>();
        forecast.forEach(seat -> bySeat.put(seat.seat(), seat));
        List<OfSeat> own = other.stream().map(seat -> bySeat.get(seat.seat())).toList();
        return List.of(
                difference(peer, "rightWinners", own, other, seat -> seat.right() ? other.size() : 0, seed),
                difference(peer, "brier", own, other, OfSeat::brier, seed),
                difference(peer, "logScore", own, other, OfSeat::logLoss, seed));
    }

    private static Difference difference(
            String peer,
            String measure,
            List<OfSeat> own,
            List<OfSeat> other,
            ToDoubleFunction<OfSeat> value,
            long seed) {
        int seats = other.size();
        double[] each = new double[seats];
        double sum = 0;
        for (int seat = 0; seat < seats; seat++) {
            each[seat] = value.applyAsDouble(own.get(seat)) - value.applyAsDouble(other.get(seat));
            sum += each[seat];
        }
        UniformRandomProvider random = RandomSource.L64_X128_MIX.create(seed);
        double[] means = new double[RESAMPLES];
        for (int resample = 0; resample < RESAMPLES; resample++) {
            double drawn = 0;
            for (int seat = 0; seat < seats; seat++) {
                drawn += each[random.nextInt(seats)];
            }
            means[resample] = drawn / seats;
        }
        Arrays.sort(means);
        return new Difference(
                peer,
                measure,
                seats,
                sum / seats,
                means[(int) (0.05 * (RESAMPLES - 1))],
                means[(int) Math.ceil(0.95 * (RESAMPLES - 1))]);
    }
}
