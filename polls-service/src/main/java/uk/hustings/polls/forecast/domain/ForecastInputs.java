package uk.hustings.polls.forecast.domain;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import uk.hustings.polls.average.domain.NationalPoll;

/**
 * Everything that a forecast is made from. The same inputs and the same seed give the same forecast.
 *
 * @param asOf nothing in the polls is newer than the end of this day
 * @param seats every seat, in any order
 * @param nationalPolls since the baseline election
 * @param seatPolls since the baseline election
 * @param successors party codes of the baseline by the code that the polls use now, where they differ
 * @param standing seats in which a party stands, by party code; for parties that are absent the baseline and the polls
 *     decide
 */
public record ForecastInputs(
        LocalDate asOf,
        List<BaselineSeat> seats,
        List<NationalPoll> nationalPolls,
        List<SeatPoll> seatPolls,
        Map<String, String> successors,
        Map<String, Set<String>> standing,
        ForecastParameters parameters) {

    public ForecastInputs {
        seats = List.copyOf(seats);
        nationalPolls = List.copyOf(nationalPolls);
        seatPolls = List.copyOf(seatPolls);
        successors = Collections.unmodifiableMap(new TreeMap<>(successors));
        standing = Collections.unmodifiableMap(new TreeMap<>(standing));
    }
}
