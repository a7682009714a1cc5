package uk.hustings.polls.forecast.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.hustings.polls.average.domain.NationalPoll;
import uk.hustings.polls.average.domain.ShareScale;

/**
 * What people use instead of a forecast, put into the same form and given the same kinds of error, so that it can be scored
 * by the same rules.
 */
final class Peers {

    private static final int LAST_WEEK_DAYS = 7;

    private final ForecastInputs inputs;
    private final Field field;
    private final Map<String, Double> lastWeekPct;

    Peers(ForecastInputs inputs) {
        this.inputs = inputs;
        this.lastWeekPct = lastWeek(inputs);
        this.field = Field.of(inputs, lastWeekPct.keySet());
    }

    /** Every seat moves by as many points as the mean of the last week's national polls moved from the baseline. */
    SeatModel uniformSwing() {
        return swinging(Map.of());
    }

    /** The same, but a country with many polls of its seats, the largest one aside, moves by their mean change. */
    SeatModel uniformSwingByCountry() {
        return swinging(pollsByCountry());
    }

    /** @param ownPolls of the countries that move by themselves */
    private SeatModel swinging(Map<String, List<SeatPoll>> ownPolls) {
        SeatModel model = SeatModel.ofBaseline(field, inputs.parameters());
        for (int party = 0; party < field.other(); party++) {
            Double polled = lastWeekPct.get(field.parties.get(party));
            double national = polled == null ? 0 : polled - field.nationalBaselinePct(party);
            for (String country : countries()) {
                double swing = ownPolls.containsKey(country)
                        ? meanChange(party, ownPolls.get(country)).orElse(0.0)
                        : national;
                move(model, party, swing, country);
            }
        }
        return model.withErrorsOfItsOwn();
    }

    /** The last poll of each seat that has one; other seats are left as they were and are not to be scored. */
    SeatModel lastPoll() {
        SeatModel model = SeatModel.ofBaseline(field, inputs.parameters()).withErrorsOfItsOwn();
        lastPolls().forEach((row, poll) -> {
            for (int party = 0; party < field.other(); party++) {
                double pct = poll.sharesPct().getOrDefault(field.parties.get(party), 0.0);
                boolean asked = poll.sharesPct().containsKey(field.parties.get(party));
                model.meanPct[row][party] = asked ? Math.max(SeatModel.LEAST_PCT, pct) : 0;
                double sampling = inputs.parameters().average().designEffect()
                        * ShareScale.squared(pct)
                        * 2400
                        / poll.sampleSize();
                model.seatSd[row][party] = Math.sqrt(
                        sampling + SeatModel.variance(inputs.parameters().seatPollSd(), pct));
            }
            model.meanPct[row][field.other()] = 0;
            SeatModel.normalise(model.meanPct[row]);
        });
        return model;
    }

    /** Keys of the seats that have a poll of their own. */
    List<String> polledSeats() {
        return lastPolls().keySet().stream()
                .map(row -> field.seats.get(row).key())
                .toList();
    }

    private void move(SeatModel model, int party, double swing, String country) {
        for (int seat = 0; seat < field.seatCount(); seat++) {
            boolean here = field.seats.get(seat).country().equals(country);
            if (here && !field.settled[seat] && model.meanPct[seat][party] > 0) {
                model.meanPct[seat][party] = Math.max(0, model.meanPct[seat][party] + swing);
            }
        }
    }

    private Optional<Double> meanChange(int party, List<SeatPoll> polls) {
        Map<String, Integer> rows = rows();
        List<Double> changes = new ArrayList<>();
        for (SeatPoll poll : polls) {
            Double pct = poll.sharesPct().get(field.parties.get(party));
            if (pct != null) {
                changes.add(pct - field.baseline[rows.get(poll.seat())][party]);
            }
        }
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(changes.stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow());
    }

    private List<String> countries() {
        return field.seats.stream()
                .filter(BaselineSeat::inNationalPolls)
                .map(BaselineSeat::country)
                .distinct()
                .sorted()
                .toList();
    }

    private Map<String, List<SeatPoll>> pollsByCountry() {
        Map<String, Integer> rows = rows();
        Map<String, List<SeatPoll>> polls = pollsOfVoters().stream()
                .collect(Collectors.groupingBy(
                        poll -> field.seats.get(rows.get(poll.seat())).country(), TreeMap::new, Collectors.toList()));
        polls.keySet().retainAll(SeatModel.ownLevelCountries(field, pollsOfVoters(), inputs));
        return polls;
    }

    private Map<Integer, SeatPoll> lastPolls() {
        Map<String, Integer> rows = rows();
        Map<Integer, SeatPoll> last = new TreeMap<>();
        pollsOfVoters().stream()
                .sorted(Comparator.comparing(SeatPoll::end).thenComparing(SeatPoll::id))
                .forEach(poll -> last.put(rows.get(poll.seat()), poll));
        return last;
    }

    private List<SeatPoll> pollsOfVoters() {
        Map<String, Integer> rows = rows();
        return inputs.seatPolls().stream()
                .filter(poll ->
                        !poll.isByElection() && !poll.end().isAfter(inputs.asOf()) && rows.containsKey(poll.seat()))
                .toList();
    }

    private Map<String, Integer> rows() {
        Map<String, Integer> rows = new HashMap<>();
        for (int seat = 0; seat < field.seatCount(); seat++) {
            rows.put(field.seats.get(seat).key(), seat);
        }
        return rows;
    }

    /** Means of the polls that ended in the last seven days, or of the last one there is. */
    private static Map<String, Double> lastWeek(ForecastInputs inputs) {
        List<NationalPoll> known = inputs.nationalPolls().stream()
                .filter(poll -> !poll.end().isAfter(inputs.asOf()))
                .toList();
        var from = known.stream()
                .map(NationalPoll::end)
                .max(Comparator.naturalOrder())
                .map(newest -> newest.isBefore(inputs.asOf().minusDays(LAST_WEEK_DAYS))
                        ? newest
                        : inputs.asOf().minusDays(LAST_WEEK_DAYS - 1L));
        return known.stream()
                .filter(poll -> !poll.end().isBefore(from.orElseThrow()))
                .flatMap(poll -> poll.sharesPct().entrySet().stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.averagingDouble(Map.Entry::getValue)));
    }
}
