package uk.hustings.polls.forecast.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import uk.hustings.polls.forecast.domain.SimulatedElections.SeatDraws;

/**
 * How an election may end, as of a day.
 *
 * @param elections how many were drawn; a probability p carries an error of √(p(1−p)/elections) from that
 * @param seats in order of key
 * @param parties by expected seats, most first
 * @param hungProbability that nobody wins more than half of the seats
 * @param tippingPoints by each of the two largest parties: how often a seat was the one that gave it a majority
 */
public record Forecast(
        LocalDate asOf,
        int elections,
        long seed,
        List<SeatForecast> seats,
        List<PartyForecast> parties,
        double hungProbability,
        Map<String, List<TippingPoint>> tippingPoints) {

    private static final double NEVER = 1e-9;

    /** @param frequency of all elections drawn, from 0 to 1 */
    public record TippingPoint(String seat, double frequency) {}

    /**
     * One seat.
     *
     * @param favourite who wins most often; null if nobody ever does
     * @param first who is expected to be ahead; null where nobody stands
     * @param second who is expected to be next; null where only one stands
     * @param leadPts mean lead of first over second, points
     * @param leadSd of that lead over the elections drawn
     * @param parties by expected share, largest first
     */
    public record SeatForecast(
            String seat,
            String favourite,
            String first,
            String second,
            double leadPts,
            double leadSd,
            List<SeatParty> parties) {}

    /**
     * One party in one seat; shares in points, the interval is that of 90%.
     *
     * @param winProbability from 0 to 1
     */
    public record SeatParty(
            String party, double baselinePct, double meanPct, double lowPct, double highPct, double winProbability) {}

    /**
     * One party in all seats; the interval is that of 90%.
     *
     * @param nationalPct expected share of all votes in the seats that national polls speak of
     * @param favouriteSeats in which it wins most often: not the same as what it is expected to win
     * @param distribution by number of seats: how many of the elections drawn gave it just those
     */
    public record PartyForecast(
            String party,
            double nationalPct,
            double expectedSeats,
            int favouriteSeats,
            int lowSeats,
            int medianSeats,
            int highSeats,
            double majorityProbability,
            double largestProbability,
            List<Integer> distribution) {}

    /**
     * Makes a forecast.
     *
     * @param elections to draw, 1 or more
     * @param progress told how many seats are done; may come from several threads
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public static Forecast of(ForecastInputs inputs, WhatIf whatIf, int elections, long seed, IntConsumer progress) {
        SeatModel model = SeatModel.fit(inputs);
        whatIf.applyTo(model);
        SimulatedElections drawn = Simulation.run(model, elections, seed, progress);
        return of(inputs, model, drawn, seed);
    }

    static Forecast of(ForecastInputs inputs, SeatModel model, SimulatedElections drawn, long seed) {
        Field field = model.field;
        List<SeatForecast> seats = IntStream.range(0, field.seatCount())
                .mapToObj(seat -> seat(seat, field, drawn))
                .toList();
        int needed = field.seatCount() / 2 + 1;
        int[][] won = drawn.seatsWon();
        List<PartyForecast> parties = parties(model, won, seats, needed);
        double decided =
                parties.stream().mapToDouble(PartyForecast::majorityProbability).sum();
        Map<String, List<TippingPoint>> tipping = new TreeMap<>();
        drawn.tippingPoints(needed)
                .forEach((party, points) -> tipping.put(
                        party,
                        points.stream()
                                .map(point -> new TippingPoint(
                                        field.seats.get(point.getKey()).key(), point.getValue()))
                                .toList()));
        return new Forecast(inputs.asOf(), drawn.elections(), seed, seats, parties, Math.max(0, 1 - decided), tipping);
    }

    private static SeatForecast seat(int seat, Field field, SimulatedElections drawn) {
        SeatDraws draws = drawn.of(seat);
        List<SeatParty> parties = new ArrayList<>();
        int favourite = -1;
        for (int party = 0; party < field.partyCount(); party++) {
            if (draws.meanPct()[party] > NEVER) {
                parties.add(new SeatParty(
                        field.parties.get(party),
                        field.baseline[seat][party],
                        draws.meanPct()[party],
                        draws.lowPct()[party],
                        draws.highPct()[party],
                        (double) draws.wins()[party] / drawn.elections()));
            }
            if (draws.wins()[party] > 0 && (favourite < 0 || draws.wins()[party] > draws.wins()[favourite])) {
                favourite = party;
            }
        }
        parties.sort(Comparator.comparing(SeatParty::meanPct).reversed().thenComparing(SeatParty::party));
        return new SeatForecast(
                field.seats.get(seat).key(),
                name(field, favourite),
                name(field, draws.pair().first()),
                name(field, draws.pair().second()),
                draws.leadPts(),
                draws.leadSd(),
                List.copyOf(parties));
    }

    private static String name(Field field, int party) {
        return party < 0 ? null : field.parties.get(party);
    }

    private static List<PartyForecast> parties(SeatModel model, int[][] won, List<SeatForecast> seats, int needed) {
        Field field = model.field;
        double[] national = model.nationalPct();
        int elections = won[0].length;
        int[] largest = new int[won.length];
        for (int election = 0; election < elections; election++) {
            int most = 0;
            for (int party = 1; party < won.length; party++) {
                most = won[party][election] > won[most][election] ? party : most;
            }
            largest[most]++;
        }
        List<PartyForecast> parties = new ArrayList<>();
        for (int party = 0; party < won.length; party++) {
            String code = field.parties.get(party);
            int[] sorted = won[party].clone();
            Arrays.sort(sorted);
            if (sorted[elections - 1] == 0 && national[party] <= NEVER) {
                continue;
            }
            long majorities =
                    Arrays.stream(sorted).filter(count -> count >= needed).count();
            parties.add(new PartyForecast(
                    code,
                    national[party],
                    Arrays.stream(sorted).average().orElse(0),
                    (int) seats.stream()
                            .filter(seat -> code.equals(seat.favourite()))
                            .count(),
                    sorted[(int) (0.05 * (elections - 1))],
                    sorted[elections / 2],
                    sorted[(int) Math.ceil(0.95 * (elections - 1))],
                    (double) majorities / elections,
                    (double) largest[party] / elections,
                    distribution(sorted)));
        }
        parties.sort(
                Comparator.comparing(PartyForecast::expectedSeats).reversed().thenComparing(PartyForecast::party));
        return List.copyOf(parties);
    }

    private static List<Integer> distribution(int[] sorted) {
        Integer[] counts = new Integer[sorted[sorted.length - 1] + 1];
        Arrays.fill(counts, 0);
        for (int seats : sorted) {
            counts[seats]++;
        }
        return List.of(counts);
    }
}
