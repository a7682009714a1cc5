package uk.hustings.seats.seat;

import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import uk.hustings.api.intake.ImportReceipt;
import uk.hustings.api.time.DomainClock;
import uk.hustings.seats.facts.Addition;
import uk.hustings.seats.facts.SheetOf;
import uk.hustings.seats.party.Parties;
import uk.hustings.seats.seat.domain.PostcodeCentroid;
import uk.hustings.seats.seat.domain.SeatKey;

/** Records seats and what is known of them beside results: all of a file or none. */
@ApplicationScoped
class SeatImport {

    private final Seats seats;
    private final Parties parties;

    SeatImport(Seats seats, Parties parties) {
        this.seats = seats;
        this.parties = parties;
    }

    Uni<ImportReceipt> seats(StatelessSession session, SeatSheet sheet) {
        return seats.all(session)
                .map(recorded -> Addition.of(sheet.items(), recorded, SeatSheet.COLUMNS, sheet.places()))
                .call(addition -> seats.addSeats(session, addition.created()))
                .map(Addition::receipt);
    }

    Uni<ImportReceipt> postcodeCentroids(StatelessSession session, String csv) {
        return keys(session).chain(known -> {
            PostcodeCentroidSheet sheet = PostcodeCentroidSheet.read(csv, known);
            return seats.postcodeCentroids(session)
                    .map(recorded -> addition(sheet, recorded, PostcodeCentroid::seat, PostcodeCentroidSheet.COMPARED))
                    .call(addition -> seats.addPostcodeCentroids(session, addition.created()))
                    .map(Addition::receipt);
        });
    }

    Uni<ImportReceipt> borders(StatelessSession session, String csv) {
        return keys(session).chain(known -> {
            BorderSheet sheet = BorderSheet.read(csv, known);
            return seats.borders(session)
                    .map(recorded -> addition(sheet, recorded, BorderSheet::keyOf, BorderSheet.COMPARED))
                    .call(addition -> seats.addBorders(session, addition.created()))
                    .map(Addition::receipt);
        });
    }

    Uni<ImportReceipt> overlaps(StatelessSession session, String csv) {
        return keys(session).chain(known -> {
            OverlapSheet sheet = OverlapSheet.read(csv, known);
            return seats.overlaps(session)
                    .map(recorded -> addition(sheet, recorded, OverlapSheet::keyOf, OverlapSheet.COMPARED))
                    .call(addition -> seats.addOverlaps(session, addition.created()))
                    .map(Addition::receipt);
        });
    }

    Uni<ImportReceipt> holderEvents(StatelessSession session, String csv) {
        return keys(session).chain(known -> parties.codes(session).chain(codes -> {
            // What really happened is told by real time, not by the day that the domain believes it is.
            HolderEventSheet sheet = HolderEventSheet.read(csv, known, codes, LocalDate.now(DomainClock.LONDON));
            return seats.holderEvents(session)
                    .map(recorded -> addition(sheet, recorded, HolderEventSheet::keyOf, HolderEventSheet.COMPARED))
                    .call(addition -> seats.addHolderEvents(session, addition.created()))
                    .map(Addition::receipt);
        }));
    }

    private Uni<Set<SeatKey>> keys(StatelessSession session) {
        return seats.all(session).map(Map::keySet);
    }

    private static <K, T> Addition<T> addition(
            SheetOf<K, T> sheet, List<T> recorded, Function<T, K> key, Map<String, Function<T, ?>> compared) {
        return Addition.of(
                sheet.items(), recorded.stream().collect(toMap(key, Function.identity())), compared, sheet.places());
    }
}
