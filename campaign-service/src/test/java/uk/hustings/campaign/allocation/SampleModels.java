package uk.hustings.campaign.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import uk.hustings.campaign.allocation.domain.AllocationModel;
import uk.hustings.campaign.allocation.domain.Measure;
import uk.hustings.campaign.allocation.domain.MoveRules;
import uk.hustings.campaign.allocation.domain.NormalWinCurve;
import uk.hustings.campaign.allocation.domain.SeatLimit;
import uk.hustings.campaign.allocation.domain.SeatReturn;
import uk.hustings.campaign.allocation.domain.Supply;
import uk.hustings.campaign.allocation.domain.WorkOption;

/** Invented countries, in proportions like those of the real one. */
final class SampleModels {

    static final double ELECTORATE = 70_000;
    static final double TURNOUT = 0.651;

    /** Ten contacts an hour, each of 0.025 votes. */
    static final double VOTES_PER_HOUR = 0.25;

    /** Points for each vote. */
    static final double POINTS_PER_VOTE = 100 / (TURNOUT * ELECTORATE);

    /** Votes that can be gained among half of the supporters of a party of 35%. */
    static final double CEILING = 0.025 * 0.5 * 0.35 * ELECTORATE;

    private SampleModels() {}

    static SeatReturn seat(String code, double leadPts, double leadSdPts) {
        return new SeatReturn(code, new NormalWinCurve(leadPts, leadSdPts), CEILING, POINTS_PER_VOTE);
    }

    static WorkOption hours(String donor, String seat, boolean home, double travelHours) {
        // Of a day of six hours, two ways are lost.
        double productive = Math.max(0, 1 - 2 * travelHours / 6);
        return new WorkOption(
                donor, seat, home, travelHours, VOTES_PER_HOUR * productive, 1, 0, 0, Double.POSITIVE_INFINITY);
    }

    /** The parts of a model, so that a test can change or shuffle them. */
    static final class Parts {
        final List<SeatReturn> seats = new ArrayList<>();
        final List<Supply> supplies = new ArrayList<>();
        final List<WorkOption> options = new ArrayList<>();
        final List<SeatLimit> limits = new ArrayList<>();
        MoveRules moves = MoveRules.NONE;

        AllocationModel model() {
            return AllocationModel.of(seats, supplies, options, limits, moves);
        }
    }

    /**
     * @param places each a seat with a local party
     * @param targets reachable seats of each local party, beside its own
     * @param leadSdPts how uncertain leads are
     */
    static Parts country(Random random, int places, int targets, double leadSdPts) {
        Parts parts = new Parts();
        for (int place = 0; place < places; place++) {
            parts.seats.add(seat(code(place), random.nextGaussian() * 15 - 3, leadSdPts));
            double hours = 60 + random.nextInt(400);
            parts.supplies.add(new Supply(donor(place), donor(place), hours, hours * 0.2));
            parts.options.add(hours(donor(place), code(place), true, 0));
            for (int target = 0; target < targets; target++) {
                int seat = (place + 1 + target * 7) % places;
                parts.options.add(hours(donor(place), code(seat), false, 0.1 + random.nextDouble() * 1.4));
            }
            parts.limits.add(new SeatLimit(code(place), Measure.HOURS, 3_000));
        }
        return parts;
    }

    static String code(int place) {
        return "S%05d".formatted(place);
    }

    static String donor(int place) {
        return "party-%05d".formatted(place);
    }
}
