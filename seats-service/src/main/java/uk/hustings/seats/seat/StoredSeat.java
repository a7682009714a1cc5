package uk.hustings.seats.seat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import uk.hustings.api.id.SeatCode;
import uk.hustings.seats.seat.domain.Centroid;
import uk.hustings.seats.seat.domain.Hex;
import uk.hustings.seats.seat.domain.Seat;
import uk.hustings.seats.seat.domain.SeatKey;

@Entity
@Table(name = "seat")
@IdClass(StoredSeat.Key.class)
class StoredSeat {

    record Key(String boundarySet, String seatCode) {}

    private static final int COORDINATE_DECIMALS = 5;

    @Id
    String boundarySet;

    @Id
    String seatCode;

    String name;
    String regionCode;
    String regionName;
    String country;
    String county;
    String type;
    int electorate;
    BigDecimal centroidLat;
    BigDecimal centroidLon;
    BigDecimal areaKm2;

    @Column(name = "hex_q")
    Integer hexQ;

    @Column(name = "hex_r")
    Integer hexR;

    static StoredSeat of(Seat seat) {
        StoredSeat stored = new StoredSeat();
        stored.boundarySet = seat.boundarySet();
        stored.seatCode = seat.code().value();
        stored.name = seat.name();
        stored.regionCode = seat.regionCode();
        stored.regionName = seat.regionName();
        stored.country = seat.country();
        stored.county = seat.county();
        stored.type = seat.type();
        stored.electorate = seat.electorate();
        stored.centroidLat = coordinate(seat.centroid().lat());
        stored.centroidLon = coordinate(seat.centroid().lon());
        stored.areaKm2 = seat.areaKm2() == null ? null : BigDecimal.valueOf(seat.areaKm2());
        stored.hexQ = seat.hex() == null ? null : seat.hex().q();
        stored.hexR = seat.hex() == null ? null : seat.hex().r();
        return stored;
    }

    /** Without the postcode centroid, which is recorded apart from it. */
    Seat seat() {
        return new Seat(
                new SeatKey(boundarySet, SeatCode.fromString(seatCode)),
                name,
                regionCode,
                regionName,
                country,
                county,
                type,
                electorate,
                new Centroid(centroidLat.doubleValue(), centroidLon.doubleValue()),
                areaKm2 == null ? null : areaKm2.doubleValue(),
                hexQ == null ? null : new Hex(hexQ, hexR),
                null);
    }

    private static BigDecimal coordinate(double degrees) {
        return BigDecimal.valueOf(degrees).setScale(COORDINATE_DECIMALS, RoundingMode.HALF_UP);
    }
}
