package uk.hustings.polls.reading.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.hustings.polls.poll.domain.Area;
import uk.hustings.polls.poll.domain.RecordedPoll;
import uk.hustings.polls.poll.domain.Statement;

/**
 * The seats of a set of polls by how one answer stands in the latest poll of each.
 *
 * @param groups every group, in order; each with the seats in the order of their leads, the largest first
 * @param withoutFigures seats of which no poll says how the answer stands in figures
 */
public record Grouping(Map<Group, List<Placed>> groups, List<Unplaced> withoutFigures) {

    /** How an answer stands beside the strongest other. */
    public enum Group {
        AHEAD,
        TIE,
        NARROWLY_BEHIND,
        WELL_BEHIND
    }

    /**
     * Where one group ends and the next begins, in percentage points.
     *
     * @param tiePts a lead or deficit of up to this is a tie, 0 or more
     * @param narrowPts a larger deficit of up to this is narrow, {@code tiePts} or more
     */
    public record Thresholds(double tiePts, double narrowPts) {

        /** Figures come with at most four decimals; what a sum of doubles adds to that is nobody's deficit. */
        private static final double EXACT_TO = 1e-6;

        Group of(double leadPts) {
            if (Math.abs(leadPts) <= tiePts + EXACT_TO) {
                return Group.TIE;
            }
            if (leadPts > 0) {
                return Group.AHEAD;
            }
            return -leadPts <= narrowPts + EXACT_TO ? Group.NARROWLY_BEHIND : Group.WELL_BEHIND;
        }
    }

    /** A seat in its group, by this poll. */
    public record Placed(Polled polled, NamedLead lead) {}

    /**
     * A seat in no group.
     *
     * @param latest the latest of its polls
     * @param statements what was said of it instead of figures
     */
    public record Unplaced(RecordedPoll latest, List<Statement> statements) {}

    /**
     * Groups the seats.
     *
     * @param newestFirst polls of seats, the newest first
     * @param asked their questions in the same order, those without figures too
     * @throws Unanswerable COMPARABLE if the questions differ in kind, population or wording
     */
    public static Grouping of(
            List<RecordedPoll> newestFirst, List<Polled> asked, String option, Figures figures, Thresholds thresholds) {
        List<Polled> withFigures =
                Alike.require(asked.stream().filter(Polled::hasFigures).toList());
        Map<Group, List<Placed>> groups = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            groups.put(group, new ArrayList<>());
        }
        Set<Area> placed = new HashSet<>();
        for (Polled polled : Polled.latestOfEachArea(withFigures)) {
            Optional<NamedLead> lead = NamedLead.of(option, polled.sharesOrRefuse(figures), polled.base(figures));
            lead.ifPresent(told -> {
                groups.get(thresholds.of(told.pts())).add(new Placed(polled, told));
                placed.add(polled.key().area());
            });
        }
        groups.values().forEach(seats -> seats.sort((one, other) -> Double.compare(other.lead.pts(), one.lead.pts())));
        return new Grouping(groups, unplaced(newestFirst, placed));
    }

    private static List<Unplaced> unplaced(List<RecordedPoll> newestFirst, Set<Area> placed) {
        List<Unplaced> unplaced = new ArrayList<>();
        Set<Area> seen = new HashSet<>(placed);
        for (RecordedPoll poll : newestFirst) {
            if (seen.add(poll.poll().key().area())) {
                unplaced.add(new Unplaced(poll, poll.poll().statements()));
            }
        }
        return unplaced;
    }
}
