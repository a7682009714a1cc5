package uk.hustings.polls.poll;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.polls.poll.domain.Asked;
import uk.hustings.polls.poll.domain.Lead;
import uk.hustings.polls.poll.domain.Question;
import uk.hustings.polls.poll.domain.RecordedPoll;

/**
 * By what a list of polls is sorted, and which way.
 *
 * @param descending the greatest first; what is not known comes last either way
 * @param question whose lead is meant; null for the first question of each poll that has one
 */
record PollOrder(By by, boolean descending, Question question) {

    /** What polls can be sorted by. */
    enum By {
        FIELDWORK,
        LEAD,
        SAMPLE,
        POLLSTER;

        private String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How the parameter is told of. */
    static final String DESCRIPTION = "fieldwork (its last day), lead (of the headline shares, of question if that is"
            + " given), sample (people asked) or pollster; a minus before it turns the order, what is not known comes"
            + " last. Unless given, -fieldwork: the newest first";

    /** @throws uk.hustings.api.problem.Problem INVALID_PARAMETER if this is no order */
    static PollOrder read(String text, Question question) {
        List<String> codes = Stream.of(By.values())
                .flatMap(by -> Stream.of(by.code(), "-" + by.code()))
                .toList();
        String code = QueryParameter.oneOf("sort", text, codes);
        if (code == null) {
            return new PollOrder(By.FIELDWORK, true, question);
        }
        boolean descending = code.startsWith("-");
        return new PollOrder(
                By.valueOf(code.substring(descending ? 1 : 0).toUpperCase(Locale.ROOT)), descending, question);
    }

    /**
     * Sorts polls; equals stay as they stand.
     *
     * @param newestFirst polls in the order that is given unasked
     */
    List<RecordedPoll> sort(List<RecordedPoll> newestFirst) {
        return switch (by) {
            case FIELDWORK ->
                descending
                        ? newestFirst
                        : sort(newestFirst, poll -> poll.poll().key().day());
            case LEAD ->
                sort(newestFirst, poll -> asked(poll)
                        .flatMap(asked -> asked.headlineLead().stream())
                        .findFirst()
                        .map(Lead::pts)
                        .orElse(null));
            case SAMPLE ->
                sort(newestFirst, poll -> asked(poll)
                        .findFirst()
                        .map(poll.poll()::baseOf)
                        .orElse(poll.poll().details().sampleSize()));
            case POLLSTER -> sort(newestFirst, poll -> poll.poll().key().pollster());
        };
    }

    private Stream<Asked> asked(RecordedPoll poll) {
        return poll.poll().questions().stream().filter(asked -> question == null || asked.question() == question);
    }

    private <C extends Comparable<? super C>> List<RecordedPoll> sort(
            List<RecordedPoll> polls, Function<RecordedPoll, C> figure) {
        // To work out a lead at each of thousands of comparisons would take most of a second.
        Map<UUID, C> figures = new HashMap<>();
        polls.forEach(poll -> figures.put(poll.pollId(), figure.apply(poll)));
        Comparator<C> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return polls.stream()
                .sorted(Comparator.comparing(poll -> figures.get(poll.pollId()), Comparator.nullsLast(order)))
                .toList();
    }
}
