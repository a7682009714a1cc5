package uk.hustings.seats.ranking.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import uk.hustings.seats.election.domain.Contest;
import uk.hustings.seats.facts.domain.Standing;
import uk.hustings.seats.seat.domain.Seat;

/**
 * Orders seats by how little it would take to turn them, measured on each seat's latest result, by-elections included.
 * A seat without a result is in no ranking. Ties stand by name.
 */
public final class Ranking {

    private Ranking() {}

    /**
     * @param standings of every seat on one day
     * @param party who looks
     */
    public static List<RankedSeat> of(List<Standing> standings, String party, Side side, Measure by) {
        List<RankedSeat> measured = standings.stream()
                .filter(standing -> standing.latest() != null && standing.isHeldBy(party) == (side == Side.HOLDER))
                .map(standing -> new RankedSeat(null, standing, gap(standing.latest(), party, side)))
                .sorted(order(by))
                .toList();
        List<RankedSeat> ranked = new ArrayList<>(measured.size());
        for (RankedSeat seat : measured) {
            // Those without a gap come last, so that every place before them is taken.
            ranked.add(seat.gap() == null ? seat : new RankedSeat(ranked.size() + 1, seat.standing(), seat.gap()));
        }
        return List.copyOf(ranked);
    }

    /**
     * @return for a challenger how far it is behind, for a holder how far it is ahead; null if the party did not stand.
     *     A party whose member went over to another may be ahead where it challenges, and one that a member came over to
     *     behind where it holds.
     */
    public static Gap gap(Contest latest, String party, Side side) {
        OptionalInt behind = latest.votesBehind(party);
        if (behind.isEmpty()) {
            return null;
        }
        Gap gap = new Gap(behind.getAsInt(), latest.validVotes());
        return side == Side.CHALLENGER ? gap : gap.fromAhead();
    }

    private static Comparator<RankedSeat> order(Measure by) {
        Comparator<Gap> gaps =
                by == Measure.VOTES ? Comparator.comparingInt(Gap::votes) : Comparator.comparingDouble(Gap::leadPts);
        return Comparator.comparing(RankedSeat::gap, Comparator.nullsLast(gaps))
                .thenComparing(seat -> seat.standing().seat(), Seat.BY_NAME);
    }
}
