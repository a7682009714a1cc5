package uk.hustings.polls.reading.domain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Geography;
import uk.hustings.polls.poll.domain.PollKind;
import uk.hustings.polls.poll.domain.Population;
import uk.hustings.polls.poll.domain.Question;
import uk.hustings.polls.poll.domain.Share;
import uk.hustings.polls.reading.domain.BaselineSwing.Pair;
import uk.hustings.polls.reading.domain.Outcomes.Found;
import uk.hustings.polls.reading.domain.Outcomes.Missing;

/**
 * How near somebody's polls came to the votes that they were about. Each poll counts once: many respondents make a poll
 * precise, not right.
 *
 * @param polls that were held against a vote
 * @param votes how many different ones
 * @param errors poll less vote in percentage points, by answer
 * @param lead null if no poll gives both answers
 */
public record TrackRecord(Subject subject, List<Polled> polls, int votes, Map<String, Spread> errors, LeadErrors lead) {

    /** Whose record it is. */
    public enum By {
        POLLSTER(polled -> polled.key().pollster()),
        CLIENT(polled -> polled.key().client()),
        CLIENT_INTEREST(
                polled -> Optional.ofNullable(polled.recorded().poll().details().clientInterest())
                        .map(Codes::codeOf)
                        .orElse(null));

        private final Function<Polled, String> name;

        By(Function<Polled, String> name) {
            this.name = name;
        }
    }

    /**
     * Somebody, and what was asked of whom: records of different things are kept apart.
     *
     * @param name null for whoever is not named
     */
    public record Subject(String name, PollKind kind, Population population, Geography geography, Question question) {

        private static final Comparator<Subject> IN_ORDER = Comparator.comparing(
                        Subject::name, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Subject::kind)
                .thenComparing(Subject::population)
                .thenComparing(Subject::geography)
                .thenComparing(Subject::question);

        private static Subject of(Polled polled, By by) {
            return new Subject(
                    by.name.apply(polled),
                    polled.key().kind(),
                    polled.key().population(),
                    polled.key().area().geography(),
                    polled.asked().question());
        }
    }

    /**
     * Errors of the lead of one answer over another.
     *
     * @param errors poll less vote in percentage points; below 0 if the polls put the first too low against the second
     * @param samplingSdPts what chance alone would make the spread of the errors; null if a base is not known
     */
    public record LeadErrors(String first, String second, Spread errors, Double samplingSdPts) {}

    /**
     * What the records were made of.
     *
     * @param pair whose lead is judged; null for the two answers that got most in the votes of each subject
     * @param lastOnly whether only the last poll of an area before a vote counts, or every one
     */
    public record Terms(By by, Figures figures, Pair pair, boolean lastOnly) {}

    /** Records in order of name, and how many polls are in none of them, by reason. */
    public record Records(List<TrackRecord> records, Map<Missing, Integer> leftOut) {}

    private record Judged(Polled polled, Outcome outcome, List<Share> shares) {

        Optional<Double> errorOf(String option) {
            return Change.find(option, shares)
                    .flatMap(share -> Optional.ofNullable(outcome.sharesPct().get(option))
                            .map(result -> share.pct().subtract(result).doubleValue()));
        }
    }

    /**
     * Holds polls against the votes they were about.
     *
     * @param newestFirst of whatever kind; they are kept apart
     * @throws Unanswerable COMPARABLE if shares cannot be told on the basis asked for
     */
    public static Records of(List<Polled> newestFirst, Outcomes outcomes, Terms terms) {
        Map<Missing, Integer> leftOut = new EnumMap<>(Missing.class);
        List<Judged> judged = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (Polled polled : newestFirst) {
            Found found = outcomes.of(polled);
            if (found.outcome() == null) {
                leftOut.merge(found.missing(), 1, Integer::sum);
            } else if (!terms.lastOnly
                    || seen.add(List.of(
                            Subject.of(polled, terms.by),
                            polled.key().area(),
                            found.outcome().contest()))) {
                judged.add(new Judged(polled, found.outcome(), polled.sharesOrRefuse(terms.figures)));
            }
        }
        List<TrackRecord> records = judged.stream()
                .collect(groupingBy(
                        each -> Subject.of(each.polled, terms.by), () -> new TreeMap<>(Subject.IN_ORDER), toList()))
                .entrySet()
                .stream()
                .map(subject -> of(subject.getKey(), subject.getValue(), terms))
                .toList();
        return new Records(records, leftOut);
    }

    private static TrackRecord of(Subject subject, List<Judged> judged, Terms terms) {
        Spreads errors = new Spreads();
        judged.forEach(each -> each.shares.forEach(
                share -> each.errorOf(share.option()).ifPresent(error -> errors.add(share.option(), error))));
        return new TrackRecord(
                subject,
                judged.stream().map(Judged::polled).toList(),
                (int) judged.stream()
                        .map(each -> List.of(each.polled.key().area(), each.outcome.contest()))
                        .distinct()
                        .count(),
                errors.byOption(),
                Optional.ofNullable(terms.pair)
                        .or(() -> strongest(judged))
                        .flatMap(pair -> lead(pair, judged, terms.figures))
                        .orElse(null));
    }

    /** The two answers with the largest shares in the votes, the larger first. */
    private static Optional<Pair> strongest(List<Judged> judged) {
        Map<String, Double> totals = new TreeMap<>();
        judged.forEach(each -> each.outcome
                .sharesPct()
                .forEach((option, pct) -> totals.merge(option, pct.doubleValue(), Double::sum)));
        List<String> ranked = totals.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
        return ranked.size() < 2 ? Optional.empty() : Optional.of(new Pair(ranked.get(0), ranked.get(1)));
    }

    private static Optional<LeadErrors> lead(Pair pair, List<Judged> judged, Figures figures) {
        List<Judged> both = judged.stream()
                .filter(each -> each.errorOf(pair.one()).isPresent()
                        && each.errorOf(pair.other()).isPresent())
                .toList();
        if (both.isEmpty()) {
            return Optional.empty();
        }
        List<Double> errors = both.stream()
                .map(each -> each.errorOf(pair.one()).orElseThrow()
                        - each.errorOf(pair.other()).orElseThrow())
                .toList();
        List<Double> sds = both.stream()
                .flatMap(each -> Stream.ofNullable(Sampling.ofLead(
                        Change.find(pair.one(), each.shares).orElseThrow(),
                        Change.find(pair.other(), each.shares).orElseThrow(),
                        each.polled.base(figures))))
                .filter(Objects::nonNull)
                .toList();
        return Optional.of(new LeadErrors(
                pair.one(),
                pair.other(),
                Spread.of(errors),
                sds.size() < both.size() ? null : Double.valueOf(Spread.of(sds).rootMeanSquare())));
    }
}
