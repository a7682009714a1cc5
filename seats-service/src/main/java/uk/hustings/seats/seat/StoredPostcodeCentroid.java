package uk.hustings.seats.seat;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import uk.hustings.api.id.SeatCode;
import uk.hustings.seats.seat.domain.Centroid;
import uk.hustings.seats.seat.domain.PostcodeCentroid;
import uk.hustings.seats.seat.domain.SeatKey;

@Entity
@Table(name = "seat_postcode_centroid")
@IdClass(StoredPostcodeCentroid.Key.class)
class StoredPostcodeCentroid {

    record Key(String boundarySet, String seatCode) {}

    @Id
    String boundarySet;

    @Id
    String seatCode;

    BigDecimal lat;
    BigDecimal lon;

    static StoredPostcodeCentroid of(PostcodeCentroid centroid) {
        StoredPostcodeCentroid stored = new StoredPostcodeCentroid();
        stored.boundarySet = centroid.seat().boundarySet();
        stored.seatCode = centroid.seat().code().value();
        stored.lat = BigDecimal.valueOf(centroid.place().lat());
        stored.lon = BigDecimal.valueOf(centroid.place().lon());
        return stored;
    }

    PostcodeCentroid centroid() {
        return new PostcodeCentroid(
                new SeatKey(boundarySet, SeatCode.fromString(seatCode)),
                new Centroid(lat.doubleValue(), lon.doubleValue()));
    }
}
