package uk.hustings.polls.reading.domain;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Function;
import uk.hustings.polls.poll.domain.Codes;

/** What polls must have in common before one figure is made of several. */
final class Alike {

    private Alike() {}

    /**
     * @return the same polls
     * @throws Unanswerable COMPARABLE if they differ in kind, population, geography or question
     */
    static List<Polled> require(List<Polled> polls) {
        require(polls, "kind", polled -> polled.key().kind());
        require(polls, "population", polled -> polled.key().population());
        require(polls, "geography", polled -> polled.key().area().geography());
        require(polls, "question", polled -> polled.asked().question());
        return polls;
    }

    private static void require(List<Polled> polls, String filter, Function<Polled, Enum<?>> property) {
        List<Enum<?>> found = polls.stream()
                .<Enum<?>>map(property)
                .distinct()
                .sorted(Alike::byPlace)
                .toList();
        if (found.size() > 1) {
            throw new Unanswerable(
                    Unanswerable.Lack.COMPARABLE,
                    "No figure is made of polls that differ in %s, and these have %s. Choose one with the parameter %s."
                            .formatted(filter, found.stream().map(Codes::codeOf).collect(joining(" and ")), filter));
        }
    }

    private static int byPlace(Enum<?> one, Enum<?> other) {
        return Integer.compare(one.ordinal(), other.ordinal());
    }
}
