package uk.hustings.campaign.strategy.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.hustings.api.id.SeatCode;

/**
 * What became of one list of targets in another. Positions count from 1.
 *
 * @param added in the order of the later list
 * @param removed in the order of the earlier list
 * @param moved seats of both lists whose position is another, in the order of the later list
 * @param stayed how many seats stand where they stood
 */
public record ListComparison(List<Placed> added, List<Placed> removed, List<Moved> moved, int stayed) {

    /** A seat with its position. */
    public record Placed(SeatCode seatCode, int position) {}

    /** A seat with its position before and after. */
    public record Moved(SeatCode seatCode, int from, int to) {}

    public static ListComparison between(List<SeatCode> earlier, List<SeatCode> later) {
        Map<SeatCode, Integer> left = positions(earlier);
        List<Placed> added = new ArrayList<>();
        List<Moved> moved = new ArrayList<>();
        int stayed = 0;
        for (Map.Entry<SeatCode, Integer> now : positions(later).entrySet()) {
            Integer before = left.remove(now.getKey());
            if (before == null) {
                added.add(new Placed(now.getKey(), now.getValue()));
            } else if (before.equals(now.getValue())) {
                stayed++;
            } else {
                moved.add(new Moved(now.getKey(), before, now.getValue()));
            }
        }
        List<Placed> removed = left.entrySet().stream()
                .map(gone -> new Placed(gone.getKey(), gone.getValue()))
                .toList();
        return new ListComparison(List.copyOf(added), removed, List.copyOf(moved), stayed);
    }

    private static Map<SeatCode, Integer> positions(List<SeatCode> seats) {
        Map<SeatCode, Integer> positions = new LinkedHashMap<>();
        seats.forEach(seat -> positions.put(seat, positions.size() + 1));
        return positions;
    }
}
