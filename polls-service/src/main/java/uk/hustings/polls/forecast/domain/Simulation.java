package uk.hustings.polls.forecast.domain;

import static uk.hustings.polls.average.domain.ShareScale.of;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.NormalizedGaussianSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Draws elections from a {@link SeatModel}. What all seats share is drawn first (the error of national polls, of countries,
 * regions and slopes), then each seat in turn, for all elections, with random numbers of its own: so the order of the seats
 * and the number of processors change nothing, and no more is kept in memory than who won what.
 */
final class Simulation {

    /** A share errs by at most so many times what the national one does, relative to their sizes. */
    private static final double LARGEST_RELATION = 1.6;

    private final SeatModel model;
    private final Field field;
    private final int elections;
    private final long seed;
    private final SharedErrors shared;
    private final double[][] relation;
    private final double[][] scale;

    /** What all seats of an election, or all of one region or country, share; at a share of 40, one election's parties after the other's. */
    private record SharedErrors(float[] national, float[][] regional, float[] slope) {}

    private Simulation(SeatModel model, int elections, long seed) {
        this.model = model;
        this.field = model.field;
        this.elections = elections;
        this.seed = seed;
        this.relation = new double[field.seatCount()][field.partyCount()];
        this.scale = new double[field.seatCount()][field.partyCount()];
        double[] national = model.nationalPct();
        for (int seat = 0; seat < field.seatCount(); seat++) {
            for (int party = 0; party < field.partyCount(); party++) {
                scale[seat][party] = of(model.meanPct[seat][party]);
                relation[seat][party] = relation(model.meanPct[seat][party], national[party]);
            }
        }
        this.shared = drawShared(national);
    }

    /**
     * @param elections to draw, 1 or more
     * @param progress told after each seat how many are done; may come from several threads
     * @throws CancellationException if the thread that called is interrupted
     */
    static SimulatedElections run(SeatModel model, int elections, long seed, IntConsumer progress) {
        return new Simulation(model, elections, seed).run(progress);
    }

    /** How much a seat's share moves when the national one moves by a point. */
    static double relation(double pct, double nationalPct) {
        return Math.min(LARGEST_RELATION, of(pct) / of(nationalPct));
    }

    private SimulatedElections run(IntConsumer progress) {
        SimulatedElections drawn = new SimulatedElections(field, model.meanPct, elections);
        AtomicInteger done = new AtomicInteger();
        Thread caller = Thread.currentThread();
        IntStream.range(0, field.seatCount()).parallel().forEach(seat -> {
            if (caller.isInterrupted()) {
                throw new CancellationException();
            }
            draw(seat, drawn);
            progress.accept(done.incrementAndGet());
        });
        return drawn;
    }

    /** Takes the shares of one seat, one election after the other. */
    interface Shares {

        /** @param shares of those who stand, adding up to 100; used again for the next election */
        void record(int election, double[] shares);
    }

    /** For drawing seats one at a time, in any order. */
    static Simulation prepare(SeatModel model, int elections, long seed) {
        return new Simulation(model, elections, seed);
    }

    private void draw(int seat, SimulatedElections drawn) {
        int[] standing = standing(seat);
        SimulatedElections.Tally tally = drawn.tally(seat, standing);
        draw(seat, standing, tally::record);
        tally.close();
    }

    /** Memory of the shared errors. */
    long bytes() {
        return (long) Float.BYTES * elections * field.partyCount() * (2 + shared.regional.length);
    }

    /** Columns of the parties that stand in a seat. */
    int[] standing(int seat) {
        return IntStream.range(0, field.partyCount())
                .filter(party -> model.meanPct[seat][party] > 0)
                .toArray();
    }

    /** @param standing of the seat */
    void draw(int seat, int[] standing, Shares drawn) {
        NormalizedGaussianSampler normal = normal(field.seats.get(seat).key());
        double[] mean = model.meanPct[seat];
        double[] sd = model.seatSd[seat];
        double[] centred = model.centredPct[seat];
        double[] shares = new double[standing.length];
        float[] regional = shared.regional[model.regionOf[seat]];
        boolean moves = !field.settled[seat];
        for (int election = 0; election < elections; election++) {
            int from = election * field.partyCount();
            double sum = 0;
            for (int place = 0; place < standing.length; place++) {
                int party = standing[place];
                double pct = mean[party];
                if (moves) {
                    pct += shared.national[from + party] * relation[seat][party] * nationalReach(seat)
                            + regional[from + party] * scale[seat][party]
                            + shared.slope[from + party] * centred[party]
                            + sd[party] * normal.sample();
                }
                shares[place] = Math.max(0, pct);
                sum += shares[place];
            }
            for (int place = 0; place < standing.length; place++) {
                shares[place] = sum == 0 ? 0 : shares[place] * 100 / sum;
            }
            drawn.record(election, shares);
        }
    }

    private double nationalReach(int seat) {
        return field.seats.get(seat).inNationalPolls() ? 1 : 0;
    }

    private SharedErrors drawShared(double[] nationalPct) {
        int parties = field.partyCount();
        float[] national = new float[elections * parties];
        float[] slope = new float[elections * parties];
        NormalizedGaussianSampler normal = normal("national");
        for (int election = 0; election < elections; election++) {
            double[] errors = nationalErrors(nationalPct, normal);
            for (int party = 0; party < parties; party++) {
                national[election * parties + party] = (float) errors[party];
                slope[election * parties + party] = (float) (model.slopeSd[party] * normal.sample());
            }
        }
        float[][] regional = new float[model.regions.size()][elections * parties];
        for (int region = 0; region < regional.length; region++) {
            NormalizedGaussianSampler own = normal("region/" + model.regions.get(region));
            double[] sd = regionalSd(model, region);
            for (int place = 0; place < regional[region].length; place++) {
                regional[region][place] = (float) (sd[place % parties] * own.sample());
            }
        }
        return new SharedErrors(national, regional, slope);
    }

    /**
     * Errors that add up to nothing and have the covariance c²(diag(p) − ppᵀ), as those of a sample have: only parties that
     * national polls report share them.
     */
    private double[] nationalErrors(double[] nationalPct, NormalizedGaussianSampler normal) {
        double[] errors = new double[nationalPct.length];
        double common = 0;
        for (int party = 0; party < errors.length; party++) {
            double root = Math.sqrt(nationalPct[party] / 100);
            errors[party] = normal.sample();
            common += root * errors[party];
        }
        for (int party = 0; party < errors.length; party++) {
            double root = Math.sqrt(nationalPct[party] / 100);
            errors[party] = field.tracked[party]
                    ? 100 * model.parameters.national() * root * (errors[party] - root * common)
                    : 0;
        }
        return errors;
    }

    /** Where a country has its own level, its polls may miss it; elsewhere a region may differ from what is known of it. */
    static double[] regionalSd(SeatModel model, int region) {
        Field field = model.field;
        int some = IntStream.range(0, field.seatCount())
                .filter(seat -> model.regionOf[seat] == region)
                .findFirst()
                .orElseThrow();
        double[] sd = new double[field.partyCount()];
        for (int party = 0; party < field.other(); party++) {
            if (model.ownLevel[some]) {
                sd[party] = model.parameters.countryErrorSd();
            } else if (field.tracked[party]) {
                sd[party] = model.regionSd[region][party];
            } else {
                sd[party] = model.parameters.unpolledChangeSd();
            }
        }
        return sd;
    }

    /** Random numbers that belong to a name: the same for the same seed, whoever else draws. */
    private NormalizedGaussianSampler normal(String name) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest((seed + "/" + name).getBytes(StandardCharsets.UTF_8));
            UniformRandomProvider random =
                    RandomSource.L64_X128_MIX.create(ByteBuffer.wrap(digest).getLong());
            return ZigguratSampler.NormalizedGaussian.of(random);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
