package uk.hustings.access;

import java.util.Optional;
import uk.hustings.api.id.SeatCode;

/** What a service knows of seats and local parties, filled by each service from its own snapshot. */
public interface Territory {

    /** GSS code of the seat's region; empty for a seat that is not known. */
    Optional<String> regionOf(SeatCode seat);

    /**
     * Whether the seat is one of the local party's by record, whatever the token's roles say. What a lock never closes
     * rests on this; a service that has none of it need not answer.
     */
    default boolean owns(String localParty, SeatCode seat) {
        return false;
    }
}
