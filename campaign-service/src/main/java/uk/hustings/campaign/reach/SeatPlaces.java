package uk.hustings.campaign.reach;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.hustings.campaign.reach.domain.GreatCircle;
import uk.hustings.campaign.reach.domain.Point;
import uk.hustings.campaign.seatref.Standings.Centroid;
import uk.hustings.campaign.seatref.Standings.Standing;

/** Where seats lie for those who travel there. */
public final class SeatPlaces {

    private SeatPlaces() {}

    /**
     * The mean place of the seat's postcodes, where its people live; where that is not known, as in Northern Ireland, the middle
     * of its area; empty if neither is.
     */
    public static Optional<Point> of(Standing seat) {
        Centroid place = seat.postcodeCentroid() == null ? seat.centroid() : seat.postcodeCentroid();
        return Optional.ofNullable(place).map(known -> new Point(known.lat(), known.lon()));
    }

    static GreatCircle greatCircle(List<Standing> seats) {
        return new GreatCircle(seats.stream()
                .filter(seat -> of(seat).isPresent())
                .collect(Collectors.toMap(Standing::seatCode, seat -> of(seat).orElseThrow())));
    }
}
