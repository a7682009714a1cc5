package uk.hustings.seats.seat;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import uk.hustings.api.id.SeatCode;
import uk.hustings.seats.seat.domain.Overlap;
import uk.hustings.seats.seat.domain.SeatKey;

@Entity
@Table(name = "seat_overlap")
@IdClass(StoredOverlap.Key.class)
class StoredOverlap {

    record Key(String fromSet, String fromSeat, String toSet, String toSeat) {}

    @Id
    String fromSet;

    @Id
    String fromSeat;

    @Id
    String toSet;

    @Id
    String toSeat;

    BigDecimal fromPopulation;
    BigDecimal toPopulation;
    BigDecimal fromDwellings;
    BigDecimal toDwellings;
    BigDecimal fromArea;
    BigDecimal toArea;

    static StoredOverlap of(Overlap overlap) {
        StoredOverlap stored = new StoredOverlap();
        stored.fromSet = overlap.from().boundarySet();
        stored.fromSeat = overlap.from().code().value();
        stored.toSet = overlap.to().boundarySet();
        stored.toSeat = overlap.to().code().value();
        stored.fromPopulation = BigDecimal.valueOf(overlap.population().ofFrom());
        stored.toPopulation = BigDecimal.valueOf(overlap.population().ofTo());
        stored.fromDwellings = BigDecimal.valueOf(overlap.dwellings().ofFrom());
        stored.toDwellings = BigDecimal.valueOf(overlap.dwellings().ofTo());
        stored.fromArea = BigDecimal.valueOf(overlap.area().ofFrom());
        stored.toArea = BigDecimal.valueOf(overlap.area().ofTo());
        return stored;
    }

    Overlap overlap() {
        return new Overlap(
                new SeatKey(fromSet, SeatCode.fromString(fromSeat)),
                new SeatKey(toSet, SeatCode.fromString(toSeat)),
                parts(fromPopulation, toPopulation),
                parts(fromDwellings, toDwellings),
                parts(fromArea, toArea));
    }

    private static Overlap.Parts parts(BigDecimal ofFrom, BigDecimal ofTo) {
        return new Overlap.Parts(ofFrom.doubleValue(), ofTo.doubleValue());
    }
}
