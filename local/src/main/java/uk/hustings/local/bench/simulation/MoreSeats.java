package uk.hustings.local.bench.simulation;

import java.util.ArrayList;
import java.util.List;
import uk.hustings.polls.forecast.domain.BaselineSeat;
import uk.hustings.polls.forecast.domain.ForecastInputs;
import uk.hustings.polls.forecast.domain.SeatPoll;

/** The same inputs with so many times the seats: copies under other keys, with their polls. */
final class MoreSeats {

    private MoreSeats() {}

    /** @param times 1 for the inputs as they are */
    static ForecastInputs of(ForecastInputs inputs, int times) {
        List<BaselineSeat> seats = new ArrayList<>(inputs.seats());
        List<SeatPoll> polls = new ArrayList<>(inputs.seatPolls());
        for (int copy = 1; copy < times; copy++) {
            String suffix = "-" + copy;
            inputs.seats().forEach(seat -> seats.add(copy(seat, suffix)));
            inputs.seatPolls().forEach(poll -> polls.add(copy(poll, suffix)));
        }
        return new ForecastInputs(
                inputs.asOf(),
                seats,
                inputs.nationalPolls(),
                polls,
                inputs.successors(),
                inputs.standing(),
                inputs.parameters());
    }

    private static BaselineSeat copy(BaselineSeat seat, String suffix) {
        return new BaselineSeat(
                seat.key() + suffix,
                seat.region(),
                seat.country(),
                seat.inNationalPolls(),
                seat.validVotes(),
                seat.sharesPct(),
                seat.winner());
    }

    private static SeatPoll copy(SeatPoll poll, String suffix) {
        return new SeatPoll(
                poll.id() + suffix,
                poll.seat() + suffix,
                poll.end(),
                poll.house(),
                poll.sampleSize(),
                poll.sharesPct());
    }
}
