package uk.hustings.polls.forecast.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import uk.hustings.polls.average.domain.NationalPolls;
import uk.hustings.polls.poll.domain.Asked;
import uk.hustings.polls.poll.domain.Geography;
import uk.hustings.polls.poll.domain.Poll;
import uk.hustings.polls.poll.domain.PollKey;
import uk.hustings.polls.poll.domain.PollKind;
import uk.hustings.polls.poll.domain.Question;
import uk.hustings.polls.poll.domain.RecordedPoll;

/**
 * Which polls of single seats go into a forecast: samples of voters that were asked about their constituency, or else the
 * ordinary question, and of which it is known when they ended.
 *
 * @param after only fieldwork that ended later
 * @param until only fieldwork that ended by then
 */
public record SeatPolls(String boundarySet, LocalDate after, LocalDate until) {

    /** People behind a poll of a seat that does not tell: about half of the usual thousand name a party. */
    private static final int USUAL_SAMPLE = 500;

    /**
     * Those among some polls, in order of fieldwork.
     *
     * @param isParty whether an answer is a party; other answers are passed over, the bucket of others too
     * @param hasBaseline whether the forecast speaks of a seat
     */
    public List<SeatPoll> among(Stream<RecordedPoll> polls, Predicate<String> isParty, Predicate<String> hasBaseline) {
        return polls.filter(poll -> !poll.isWithdrawn() && admits(poll.poll().key()))
                .flatMap(poll -> read(poll, isParty).stream())
                .filter(poll -> hasBaseline.test(poll.seat()))
                .sorted(Comparator.comparing(SeatPoll::end).thenComparing(SeatPoll::id))
                .toList();
    }

    private boolean admits(PollKey key) {
        LocalDate end = key.fieldworkEnd();
        return key.kind() == PollKind.POLL
                && key.area().geography() == Geography.SEAT
                && key.area().boundarySet().equals(boundarySet)
                && NationalPolls.VOTERS.contains(key.population())
                && end != null
                && end.isAfter(after)
                && !end.isAfter(until);
    }

    private static Optional<SeatPoll> read(RecordedPoll recorded, Predicate<String> isParty) {
        Poll poll = recorded.poll();
        return Stream.of(Question.CONSTITUENCY, Question.STANDARD)
                .flatMap(question -> poll.asked(question).stream())
                .map(asked -> read(recorded, asked, isParty))
                .filter(read -> !read.sharesPct().isEmpty())
                .findFirst();
    }

    private static SeatPoll read(RecordedPoll recorded, Asked asked, Predicate<String> isParty) {
        PollKey key = recorded.poll().key();
        Integer base = recorded.poll().baseOf(asked);
        Map<String, Double> shares = NationalPolls.sharesPct(asked, isParty);
        return new SeatPoll(
                NationalPolls.idOf(recorded),
                key.area().code(),
                key.fieldworkEnd(),
                key.pollster() == null ? NationalPolls.UNKNOWN_HOUSE : key.pollster(),
                base == null ? USUAL_SAMPLE : base,
                shares);
    }
}
