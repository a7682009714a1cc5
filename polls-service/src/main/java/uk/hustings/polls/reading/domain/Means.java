package uk.hustings.polls.reading.domain;

import java.util.List;
import java.util.Map;
import uk.hustings.polls.poll.domain.Basis;

/**
 * Plain means over a set of polls. Of one and the same kind, population, geography and question; no weights.
 *
 * @param polls how many have figures
 * @param reportedRaw how many of them were reported as shares of everybody asked
 * @param shares by answer
 */
public record Means(int polls, int reportedRaw, Map<String, Spread> shares) {

    /** @throws Unanswerable COMPARABLE if the polls are of different things */
    public static Means of(List<Polled> polls, Figures figures) {
        List<Polled> withFigures =
                Alike.require(polls.stream().filter(Polled::hasFigures).toList());
        Spreads shares = new Spreads();
        withFigures.forEach(polled -> polled.sharesOrRefuse(figures)
                .forEach(share -> shares.add(share.option(), share.pct().doubleValue())));
        return new Means(
                withFigures.size(),
                (int) withFigures.stream()
                        .filter(polled -> polled.asked().basis() == Basis.RAW)
                        .count(),
                shares.byOption());
    }
}
