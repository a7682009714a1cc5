package uk.hustings.polls.reading.domain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import uk.hustings.polls.poll.domain.Area;
import uk.hustings.polls.poll.domain.PollKind;
import uk.hustings.polls.poll.domain.Population;
import uk.hustings.polls.poll.domain.Question;

/**
 * The same question, put by the same pollster to the same people, again and again.
 *
 * @param polls one or more, in order of fieldwork
 */
public record Series(Key key, List<Polled> polls) {

    /** What has to be the same for one poll to be a wave of another. */
    public record Key(PollKind kind, String pollster, Population population, Area area, Question question) {

        private static final Comparator<Key> IN_ORDER = Comparator.comparing((Key key) -> key.area.geography())
                .thenComparing(key -> key.area.code(), Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(key -> key.area.boundarySet(), Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Key::question)
                .thenComparing(Key::pollster)
                .thenComparing(Key::population)
                .thenComparing(Key::kind);

        private static Key of(Polled polled) {
            return new Key(
                    polled.key().kind(),
                    polled.key().pollster(),
                    polled.key().population(),
                    polled.key().area(),
                    polled.asked().question());
        }
    }

    private static final Comparator<Polled> BY_FIELDWORK = Comparator.comparing(Polled::day)
            .thenComparing(polled -> polled.key().fieldworkStart(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(polled -> polled.recorded().pollId());

    public Series {
        polls = List.copyOf(polls);
    }

    /**
     * Every series in the polls, by area, question and pollster. Polls without a pollster, a day or figures are in none:
     * nobody knows what they follow.
     */
    public static List<Series> of(Collection<Polled> polls) {
        return polls.stream()
                .filter(polled -> polled.key().pollster() != null && polled.day() != null && polled.hasFigures())
                .sorted(BY_FIELDWORK)
                .collect(groupingBy(Key::of, () -> new TreeMap<>(Key.IN_ORDER), toList()))
                .entrySet()
                .stream()
                .map(series -> new Series(series.getKey(), series.getValue()))
                .toList();
    }

    /**
     * The polls with what has changed from each to the next.
     *
     * @param named whose lead is told; null for whoever is ahead in the last poll
     */
    public List<Wave> waves(String named, Figures figures) {
        String leading = named == null ? aheadInTheLast(figures) : named;
        List<Wave> waves = new ArrayList<>();
        for (Polled polled : polls) {
            waves.add(Wave.after(waves.isEmpty() ? null : waves.get(waves.size() - 1), polled, leading, figures));
        }
        return waves;
    }

    /**
     * One poll with what has changed since the one before.
     *
     * @param place in the series, 0 for the first
     * @param named as in {@link #waves}
     */
    public Wave wave(int place, String named, Figures figures) {
        String leading = named == null ? aheadInTheLast(figures) : named;
        Wave before = place == 0 ? null : Wave.after(null, polls.get(place - 1), leading, figures);
        return Wave.after(before, polls.get(place), leading, figures);
    }

    private String aheadInTheLast(Figures figures) {
        Polled last = polls.get(polls.size() - 1);
        return Optional.of(last)
                .filter(polled -> polled.asked().question().answersExcludeEachOther())
                .flatMap(polled -> polled.shares(figures))
                .flatMap(shares -> NamedLead.ofTheFirst(shares, null))
                .map(NamedLead::option)
                .orElse(null);
    }
}
