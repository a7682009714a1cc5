package uk.hustings.seats.change.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Results put in the order of their polling days. Changes are measured within one boundary set only: the first actual
 * result on new boundaries is measured against the notional result on them, if there is one, and else against none.
 */
public final class Series {

    private static final Comparator<Outcome> BY_DAY =
            Comparator.comparing(Outcome::pollingDay).thenComparing(Outcome::electionId);

    private Series() {}

    /** @param pair between whom to measure swings; null for the two parties leading at each point */
    public static List<Step> of(List<Outcome> outcomes, PartyPair pair) {
        Map<String, Outcome> latest = new HashMap<>();
        List<Step> steps = new ArrayList<>(outcomes.size());
        for (Outcome outcome : outcomes.stream().sorted(BY_DAY).toList()) {
            steps.add(step(outcome, latest.put(outcome.boundarySet(), outcome), pair));
        }
        return List.copyOf(steps);
    }

    private static Step step(Outcome outcome, Outcome since, PartyPair asked) {
        PartyPair pair = asked == null ? outcome.tally().leading().orElse(null) : asked;
        if (since == null) {
            return new Step(outcome, null, Map.of(), pair, null);
        }
        Double swing = pair == null ? null : SwingMeasure.BUTLER.between(since.tally(), outcome.tally(), pair);
        return new Step(outcome, since, outcome.tally().changesPts(since.tally()), pair, swing);
    }
}
