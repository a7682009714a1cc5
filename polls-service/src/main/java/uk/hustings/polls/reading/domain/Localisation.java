package uk.hustings.polls.reading.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.hustings.polls.poll.domain.Question;
import uk.hustings.polls.poll.domain.RecordedPoll;

/**
 * What it changes when people are asked to think of their own constituency: headline shares of that question less those
 * of the ordinary one in the same poll. The same people answered both, so sampling moves the difference less than it
 * would move that of two samples, which is what is told with it.
 *
 * @param local the constituency question
 * @param effects in percentage points, of every answer that both questions give
 */
public record Localisation(Polled local, List<Change> effects) {

    /** Empty if the poll did not ask both questions. */
    public static Optional<Localisation> of(RecordedPoll poll) {
        return poll.poll().asked(Question.STANDARD).flatMap(standard -> poll.poll()
                .asked(Question.CONSTITUENCY)
                .map(local -> between(new Polled(poll, standard), new Polled(poll, local))));
    }

    /**
     * The effect by answer over a set of polls, each of which counts once.
     *
     * @throws Unanswerable COMPARABLE if the polls are of different kinds, populations or geographies
     */
    public static Map<String, Spread> mean(List<Localisation> polls) {
        Alike.require(polls.stream().map(Localisation::local).toList());
        Spreads effects = new Spreads();
        polls.forEach(poll -> poll.effects.forEach(effect -> effects.add(effect.option(), effect.pts())));
        return effects.byOption();
    }

    private static Localisation between(Polled standard, Polled local) {
        return new Localisation(
                local,
                Change.between(
                        standard.asked().headline(),
                        standard.base(Figures.HEADLINE),
                        local.asked().headline(),
                        local.base(Figures.HEADLINE)));
    }
}
