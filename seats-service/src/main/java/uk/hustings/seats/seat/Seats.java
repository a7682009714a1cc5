package uk.hustings.seats.seat;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import uk.hustings.api.id.SeatCode;
import uk.hustings.seats.seat.domain.Seat;

/** The seats as they are recorded. */
@ApplicationScoped
public class Seats {

    /** Every code of a boundary set that is recorded. */
    public Uni<Set<String>> codes(StatelessSession session, String boundarySet) {
        return session.createSelectionQuery(
                        "select seatCode from StoredSeat where boundarySet = :boundarySet", String.class)
                .setParameter("boundarySet", boundarySet)
                .getResultList()
                .map(Set::copyOf);
    }

    Uni<Map<SeatCode, Seat>> all(StatelessSession session) {
        return session.createSelectionQuery("from StoredSeat", StoredSeat.class)
                .getResultList()
                .map(stored -> stored.stream()
                        .map(StoredSeat::seat)
                        .collect(Collectors.toUnmodifiableMap(Seat::code, Function.identity())));
    }

    Uni<Void> add(StatelessSession session, List<Seat> seats) {
        return session.insertMultiple(seats.stream().map(StoredSeat::of).toList());
    }
}
