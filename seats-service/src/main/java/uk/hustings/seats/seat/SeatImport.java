package uk.hustings.seats.seat;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import uk.hustings.api.intake.ImportReceipt;
import uk.hustings.api.problem.FieldError;
import uk.hustings.seats.facts.Addition;

/** Records seats: all of a file or none. */
@ApplicationScoped
class SeatImport {

    private final Seats seats;

    SeatImport(Seats seats) {
        this.seats = seats;
    }

    Uni<ImportReceipt> record(StatelessSession session, SeatSheet sheet) {
        return seats.all(session)
                .map(recorded -> Addition.of(
                        sheet.seats(),
                        recorded,
                        SeatSheet.COLUMNS,
                        (code, column, detail) -> FieldError.inRow(sheet.lines().get(code), column, detail)))
                .call(addition -> seats.add(session, addition.created()))
                .map(Addition::receipt);
    }
}
