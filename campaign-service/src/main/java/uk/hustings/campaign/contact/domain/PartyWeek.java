package uk.hustings.campaign.contact.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/** A week of a local party in a seat: what a roll-up is of. Rows are locked in the order of these. */
public record PartyWeek(PartySeat place, IsoWeek week) implements Comparable<PartyWeek> {

    private static final Comparator<PartyWeek> ORDER =
            Comparator.comparing(PartyWeek::place).thenComparing(PartyWeek::week);

    /** Sums lines of counts by week. */
    public static SortedMap<PartyWeek, Tally> sums(PartySeat place, Collection<DayCount> counts) {
        SortedMap<PartyWeek, Tally> weeks = new TreeMap<>();
        for (DayCount count : counts) {
            weeks.computeIfAbsent(new PartyWeek(place, IsoWeek.of(count.day())), week -> new Tally())
                    .add(count);
        }
        return weeks;
    }

    @Override
    public int compareTo(PartyWeek other) {
        return ORDER.compare(this, other);
    }
}
