package uk.hustings.seats.seat;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import uk.hustings.api.id.SeatCode;
import uk.hustings.seats.seat.domain.Border;

@Entity
@Table(name = "seat_border")
@IdClass(StoredBorder.Key.class)
class StoredBorder {

    record Key(String boundarySet, String firstSeat, String secondSeat) {}

    @Id
    String boundarySet;

    @Id
    String firstSeat;

    @Id
    String secondSeat;

    BigDecimal sharedKm;

    static StoredBorder of(Border border) {
        StoredBorder stored = new StoredBorder();
        stored.boundarySet = border.boundarySet();
        stored.firstSeat = border.a().value();
        stored.secondSeat = border.b().value();
        stored.sharedKm = BigDecimal.valueOf(border.sharedKm());
        return stored;
    }

    Border border() {
        return new Border(
                boundarySet, SeatCode.fromString(firstSeat), SeatCode.fromString(secondSeat), sharedKm.doubleValue());
    }
}
