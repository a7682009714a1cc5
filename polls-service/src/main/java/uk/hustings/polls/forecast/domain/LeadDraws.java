package uk.hustings.polls.forecast.domain;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One party's lead over the strongest other in simulated elections, seat by seat: the same elections that a forecast of the same
 * inputs, number and seed counts. All seats of an election share its national and regional errors.
 */
public final class LeadDraws {

    private static final int UNITS_PER_POINT = 100;

    private final SeatModel model;
    private final Simulation simulation;
    private final int party;
    private final int elections;
    private final int[] seats;

    /**
     * One seat.
     *
     * @param sharePct expected share of the party, in points
     * @param leads by election, in hundredths of a point; negative where the party is behind
     */
    public record Seat(String seatCode, double sharePct, short[] leads) {}

    private LeadDraws(SeatModel model, int party, int elections, long seed) {
        this.model = model;
        this.party = party;
        this.elections = elections;
        this.simulation = Simulation.prepare(model, elections, seed);
        this.seats = IntStream.range(0, model.field.seatCount())
                .filter(seat -> party >= 0 && model.meanPct[seat][party] > 0)
                .toArray();
    }

    /**
     * @param party code; one that stands nowhere has no seats
     * @param elections to draw, 1 or more
     */
    public static LeadDraws of(ForecastInputs inputs, String party, int elections, long seed) {
        SeatModel model = SeatModel.fit(inputs);
        List<String> named = model.field.parties.subList(0, model.field.other());
        return new LeadDraws(model, named.indexOf(party), elections, seed);
    }

    /** Seats in which the party stands. */
    public int seats() {
        return seats.length;
    }

    /** Memory that it takes, roughly: the errors that all seats share. */
    public long bytes() {
        return simulation.bytes();
    }

    /** @param place from 0, in order of the seats' codes */
    public Seat seat(int place) {
        int seat = seats[place];
        int[] standing = simulation.standing(seat);
        short[] leads = new short[elections];
        simulation.draw(
                seat,
                standing,
                (election, shares) -> leads[election] = (short) Math.round(lead(standing, shares) * UNITS_PER_POINT));
        return new Seat(model.field.seats.get(seat).key(), model.meanPct[seat][party], leads);
    }

    /** The bucket of all others is many parties, and wins nothing. */
    private double lead(int[] standing, double[] shares) {
        double own = 0;
        double best = 0;
        for (int place = 0; place < standing.length; place++) {
            if (standing[place] == party) {
                own = shares[place];
            } else if (standing[place] != model.field.other()) {
                best = Math.max(best, shares[place]);
            }
        }
        return own - best;
    }
}
