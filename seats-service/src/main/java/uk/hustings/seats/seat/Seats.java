package uk.hustings.seats.seat;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import uk.hustings.seats.seat.domain.Border;
import uk.hustings.seats.seat.domain.HolderEvent;
import uk.hustings.seats.seat.domain.Overlap;
import uk.hustings.seats.seat.domain.PostcodeCentroid;
import uk.hustings.seats.seat.domain.Seat;
import uk.hustings.seats.seat.domain.SeatKey;

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

    Uni<Map<SeatKey, Seat>> all(StatelessSession session) {
        return session.createSelectionQuery("from StoredSeat", StoredSeat.class)
                .getResultList()
                .map(stored -> stored.stream()
                        .map(StoredSeat::seat)
                        .collect(Collectors.toUnmodifiableMap(Seat::key, Function.identity())));
    }

    Uni<Void> addSeats(StatelessSession session, List<Seat> seats) {
        return session.insertMultiple(seats.stream().map(StoredSeat::of).toList());
    }

    Uni<List<PostcodeCentroid>> postcodeCentroids(StatelessSession session) {
        return session.createSelectionQuery("from StoredPostcodeCentroid", StoredPostcodeCentroid.class)
                .getResultList()
                .map(stored ->
                        stored.stream().map(StoredPostcodeCentroid::centroid).toList());
    }

    Uni<Void> addPostcodeCentroids(StatelessSession session, List<PostcodeCentroid> centroids) {
        return session.insertMultiple(
                centroids.stream().map(StoredPostcodeCentroid::of).toList());
    }

    Uni<List<Border>> borders(StatelessSession session) {
        return session.createSelectionQuery("from StoredBorder", StoredBorder.class)
                .getResultList()
                .map(stored -> stored.stream().map(StoredBorder::border).toList());
    }

    Uni<Void> addBorders(StatelessSession session, List<Border> borders) {
        return session.insertMultiple(borders.stream().map(StoredBorder::of).toList());
    }

    Uni<List<Overlap>> overlaps(StatelessSession session) {
        return session.createSelectionQuery("from StoredOverlap", StoredOverlap.class)
                .getResultList()
                .map(stored -> stored.stream().map(StoredOverlap::overlap).toList());
    }

    Uni<Void> addOverlaps(StatelessSession session, List<Overlap> overlaps) {
        return session.insertMultiple(overlaps.stream().map(StoredOverlap::of).toList());
    }

    Uni<List<HolderEvent>> holderEvents(StatelessSession session) {
        return session.createSelectionQuery("from StoredHolderEvent", StoredHolderEvent.class)
                .getResultList()
                .map(stored -> stored.stream().map(StoredHolderEvent::event).toList());
    }

    Uni<Void> addHolderEvents(StatelessSession session, List<HolderEvent> events) {
        return session.insertMultiple(events.stream().map(StoredHolderEvent::of).toList());
    }
}
