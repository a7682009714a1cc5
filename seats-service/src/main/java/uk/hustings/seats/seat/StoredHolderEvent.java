package uk.hustings.seats.seat;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import uk.hustings.api.id.SeatCode;
import uk.hustings.seats.seat.domain.HolderEvent;
import uk.hustings.seats.seat.domain.SeatKey;

@Entity
@Table(name = "holder_event")
@IdClass(StoredHolderEvent.Key.class)
class StoredHolderEvent {

    record Key(String boundarySet, String seatCode, LocalDate day) {}

    @Id
    String boundarySet;

    @Id
    String seatCode;

    @Id
    LocalDate day;

    String kind;
    String party;
    String note;
    String source;

    static StoredHolderEvent of(HolderEvent event) {
        StoredHolderEvent stored = new StoredHolderEvent();
        stored.boundarySet = event.seat().boundarySet();
        stored.seatCode = event.seat().code().value();
        stored.day = event.day();
        stored.kind = event.kind().code();
        stored.party = event.party();
        stored.note = event.note();
        stored.source = event.source();
        return stored;
    }

    HolderEvent event() {
        return new HolderEvent(
                new SeatKey(boundarySet, SeatCode.fromString(seatCode)),
                day,
                HolderEvent.Kind.fromCode(kind).orElseThrow(),
                party,
                note,
                source);
    }
}
