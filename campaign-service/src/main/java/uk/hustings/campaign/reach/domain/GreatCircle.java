package uk.hustings.campaign.reach.domain;

import java.util.Map;
import java.util.Optional;
import uk.hustings.api.id.SeatCode;

/**
 * Travel as long as nobody imported any: by the great circle between the places of seats ({@link Travel#between}).
 *
 * @param places where each seat lies; one that is missing cannot be reached
 */
public record GreatCircle(Map<SeatCode, Point> places) implements TravelTimes {

    public GreatCircle {
        places = Map.copyOf(places);
    }

    @Override
    public Optional<Travel> fromLocalParty(String localParty, SeatCode to) {
        return Optional.empty();
    }

    @Override
    public Optional<Travel> fromSeat(SeatCode from, SeatCode to) {
        Point start = places.get(from);
        Point end = places.get(to);
        return start == null || end == null ? Optional.empty() : Optional.of(Travel.between(start, end));
    }
}
