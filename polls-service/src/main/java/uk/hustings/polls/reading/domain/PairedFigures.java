package uk.hustings.polls.reading.domain;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.hustings.polls.poll.domain.Share;
import uk.hustings.polls.reading.domain.Correlation.Pair;

/**
 * Two parties' figures, poll by poll.
 *
 * @param x the one party
 * @param y the other party
 */
public record PairedFigures(String x, String y, Figures figures) {

    /** The share itself is its change since nothing. */
    private static final Function<String, Optional<BigDecimal>> NOTHING = party -> Optional.of(BigDecimal.ZERO);

    /**
     * Their shares.
     *
     * @throws Unanswerable COMPARABLE if the polls are of different things
     */
    public List<Pair> shares(List<Polled> polls) {
        return Alike.require(polls).stream()
                .flatMap(polled -> pair(polled, polled.sharesOrRefuse(figures), NOTHING))
                .toList();
    }

    /**
     * What has changed in their shares since the wave before.
     *
     * @param all every poll in which an earlier wave may be found
     * @param wanted those of which the change counts
     * @throws Unanswerable COMPARABLE if the polls are of different things
     */
    public List<Pair> sincePreviousWave(List<Polled> all, List<Polled> wanted) {
        Set<Polled> counted = new HashSet<>(Alike.require(wanted));
        return Series.of(all).stream()
                .flatMap(series -> series.waves(x, figures).stream())
                .filter(wave -> wave.previous() != null && counted.contains(wave.polled()))
                .flatMap(wave -> pair(wave.polled(), wave.shares(), party -> Change.find(
                                party, wave.previous().shares())
                        .map(Share::pct)))
                .toList();
    }

    /**
     * What has changed in their shares since an election; polls of areas without a result on the same boundaries count
     * for nothing.
     *
     * @throws Unanswerable COMPARABLE if the polls are of different things
     */
    public List<Pair> sinceBaseline(List<Polled> polls, Baseline baseline) {
        return Alike.require(polls).stream()
                .flatMap(polled -> baseline.of(polled.key().area()).stream()
                        .flatMap(result ->
                                pair(polled, polled.sharesOrRefuse(figures), party -> baseline.pctOf(result, party))))
                .toList();
    }

    private Stream<Pair> pair(Polled polled, List<Share> shares, Function<String, Optional<BigDecimal>> before) {
        Optional<Double> first = figure(x, shares, before);
        Optional<Double> second = figure(y, shares, before);
        return first.isPresent() && second.isPresent()
                ? Stream.of(new Pair(polled, first.get(), second.get()))
                : Stream.empty();
    }

    private static Optional<Double> figure(
            String party, List<Share> shares, Function<String, Optional<BigDecimal>> before) {
        return Change.find(party, shares).flatMap(now -> before.apply(party)
                .map(earlier -> now.pct().subtract(earlier).doubleValue()));
    }
}
