package uk.hustings.polls.reading.domain;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Function;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Population;

/** What polls must have in common before one figure is made of several. */
final class Alike {

    private Alike() {}

    /**
     * Adults and registered voters are both samples of voters; members of a party are not.
     *
     * @return the same polls
     * @throws Unanswerable COMPARABLE if they differ in kind, population, geography or question
     */
    static List<Polled> require(List<Polled> polls) {
        require(polls, "kind", polled -> polled.key().kind(), same -> same);
        require(
                polls,
                "population",
                polled -> polled.key().population(),
                population -> population == Population.PARTY_MEMBERS);
        require(polls, "geography", polled -> polled.key().area().geography(), same -> same);
        require(polls, "question", polled -> polled.asked().question(), same -> same);
        return polls;
    }

    /** @param sort what of a property must be the same */
    private static <E extends Enum<E>> void require(
            List<Polled> polls, String filter, Function<Polled, E> property, Function<E, ?> sort) {
        List<E> found = polls.stream().map(property).distinct().sorted().toList();
        if (found.stream().map(sort).distinct().count() > 1) {
            throw new Unanswerable(
                    Unanswerable.Lack.COMPARABLE,
                    "No figure is made of polls that differ in %s, and these have %s. Choose one with the parameter %s."
                            .formatted(filter, found.stream().map(Codes::codeOf).collect(joining(" and ")), filter));
        }
    }
}
