package uk.hustings.polls.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import uk.hustings.access.Caller;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.spool.SpooledBody;
import uk.hustings.api.time.DomainClock;
import uk.hustings.polls.evidence.EvidenceGate;
import uk.hustings.polls.evidence.EvidenceGate.Outcome;
import uk.hustings.polls.evidence.Readings;
import uk.hustings.polls.evidence.domain.EvidenceBook;
import uk.hustings.polls.poll.Authored;
import uk.hustings.polls.poll.PollRecords;
import uk.hustings.polls.seatref.Seats;
import uk.hustings.polls.seatref.domain.SeatBook;

/** Takes polls in, all that were sent or none. */
@ApplicationScoped
class PollIntake {

    /** A form in which polls are sent. */
    interface Form {
        Batch read(InputStream body, SeatBook seats, LocalDate today);
    }

    private final EvidenceGate gate;
    private final PollRecords records;
    private final Readings readings;
    private final Seats seats;
    private final DomainClock clock;
    private final Vertx vertx;

    PollIntake(EvidenceGate gate, PollRecords records, Readings readings, Seats seats, DomainClock clock, Vertx vertx) {
        this.gate = gate;
        this.records = records;
        this.readings = readings;
        this.seats = seats;
        this.clock = clock;
        this.vertx = vertx;
    }

    /**
     * Takes polls in.
     *
     * @param operation operationId of what the caller called
     * @throws Problem BROKEN_BODY, BODY_TOO_LARGE, INVALID_INPUT, SHARES_OFF_SUM, ALREADY_RECORDED
     */
    Uni<Reply> take(SpooledBody body, Form form, Caller caller, String operation) {
        SeatBook book = seats.book();
        LocalDate realToday = LocalDate.now(DomainClock.LONDON);
        return body.read(in -> form.read(in, book, realToday)).chain(batch -> gate.once(
                        201,
                        (session, newest, version, now) -> record(
                                session, batch, newest, new Authored(caller.subject(), "Imported", now), version),
                        receipt -> null)
                .onFailure(AtOdds.class)
                .recoverWithUni(failure -> refuse((AtOdds) failure, caller, operation)));
    }

    private Uni<Outcome<PollImportReceipt>> record(
            StatelessSession session, Batch batch, EvidenceBook newest, Authored intake, long version) {
        return onWorker(() -> Prepared.of(Sorting.of(batch, newest, intake.at()), records))
                .chain(prepared -> records.add(session, prepared.added(), intake, version)
                        .chain(() -> records.revise(session, prepared.grown(), intake, version))
                        .replaceWith(() -> new Outcome<>(
                                prepared.sorting().receipt(),
                                prepared.sorting().changesAnything(),
                                prepared.sorting().changesWhatIsPublic(),
                                prepared.sorting().changed())));
    }

    /** Sorting thousands of polls and writing them out would hold up every request on the event loop. */
    private <T> Uni<T> onWorker(Callable<T> work) {
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(work, false).toCompletionStage());
    }

    /** A refusal tells figures that are recorded: of polls that are not public that is kept. */
    private Uni<Reply> refuse(AtOdds odds, Caller caller, String operation) {
        return readings.keep(caller, operation, clock.instant(), odds.polls())
                .chain(() -> Uni.createFrom().failure(odds.refusal()));
    }

    /** What is to be written, in the form in which it is written. */
    private record Prepared(Sorting sorting, PollRecords.Written added, PollRecords.Written grown) {

        static Prepared of(Sorting sorting, PollRecords records) {
            AtOdds.refuse(sorting);
            return new Prepared(sorting, records.written(sorting.added()), records.written(sorting.grown()));
        }
    }
}
