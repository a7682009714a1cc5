package uk.hustings.polls.evidence.domain;

import java.util.Collections;
import java.util.List;
import uk.hustings.api.id.SeatCode;
import uk.hustings.polls.poll.domain.Area;

/**
 * Which areas' private evidence somebody may see. Written out it tells one view from another, whatever the replica.
 *
 * @param everywhere private evidence of every area, GB and the UK included
 * @param region code of the region whose own private evidence may be seen; null for none
 * @param seats in order
 */
public record Sight(boolean everywhere, String region, List<SeatCode> seats) {

    /** Nothing but what everybody may see. */
    public static final Sight PUBLIC = new Sight(false, null, List.of());

    public static final Sight EVERYTHING = new Sight(true, null, List.of());

    public Sight {
        seats = seats.stream().distinct().sorted().toList();
    }

    public boolean reaches(Area area) {
        if (everywhere) {
            return true;
        }
        return switch (area.geography()) {
            case GB, UK -> false;
            case REGION -> area.code().equals(region);
            case SEAT -> Collections.binarySearch(seats, area.seatCode().orElseThrow()) >= 0;
        };
    }
}
