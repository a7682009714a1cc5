package uk.hustings.polls.forecast;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import uk.hustings.access.Caller;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.polls.evidence.InternalEvidence;
import uk.hustings.polls.evidence.domain.Evidence;
import uk.hustings.polls.forecast.Freezer.Frozen;
import uk.hustings.polls.forecast.OrderScrutiny.Sound;
import uk.hustings.polls.seatref.Seats;
import uk.hustings.polls.seatref.domain.SeatBook;

/**
 * Takes orders for runs and gives each caller the runs that the caller may know of: those on internal evidence are absent
 * for whoever may not read it.
 */
@ApplicationScoped
class RunDesk {

    private final CurrentRuns runs;
    private final RunRecords records;
    private final InternalEvidence evidence;
    private final Seats seats;
    private final OrderScrutiny scrutiny;
    private final Freezer freezer;
    private final KeptReplies replies;
    private final Results results;
    private final DomainClock clock;

    RunDesk(
            CurrentRuns runs,
            RunRecords records,
            InternalEvidence evidence,
            Seats seats,
            OrderScrutiny scrutiny,
            Freezer freezer,
            KeptReplies replies,
            Results results,
            DomainClock clock) {
        this.runs = runs;
        this.records = records;
        this.evidence = evidence;
        this.seats = seats;
        this.scrutiny = scrutiny;
        this.freezer = freezer;
        this.replies = replies;
        this.results = results;
        this.clock = clock;
    }

    /** Freezes what a forecast is to be made from, and lines it up. */
    Uni<Reply> order(Caller caller, ForecastOrder order) {
        SeatBook book = seats.book();
        Sound sound = scrutiny.read(order, book);
        evidence.refuseUnlessOpenTo(caller, sound.extent());
        Evidence known = evidence.of(sound.extent());
        return onWorker(() ->
                        freezer.freeze(book, known, sound.boundarySet(), sound.start(), sound.asOf(), sound.standing()))
                .chain(frozen -> accept(
                        caller,
                        Run.queued(
                                Run.Kind.FORECAST, sound.extent(), frozen, sound.draws(), null, null, clock.instant()),
                        frozen,
                        null));
    }

    /** @param outcomes what a backtest is held against, as it is stored; null for a forecast */
    Uni<Reply> accept(Caller caller, Run run, Frozen frozen, String outcomes) {
        Function<StatelessSession, Uni<RunView>> work =
                session -> records.addDocument(session, frozen.hash(), frozen.text())
                        .chain(() -> outcomes == null
                                ? Uni.createFrom().voidItem()
                                : records.addDocument(session, run.outcomesHash(), outcomes))
                        .chain(() -> records.add(session, run, caller.subject()))
                        .replaceWith(() -> RunView.of(run));
        String place = run.kind() == Run.Kind.FORECAST ? "/v1/forecasts/" : "/v1/forecasts/backtests/";
        return refreshed(replies.once(202, work, accepted -> URI.create(place + accepted.forecastId())));
    }

    /** @throws Problem NOT_FOUND; STATE_CONFLICT if it is over */
    Uni<Reply> cancel(Caller caller, Run.Kind kind, UUID runId, CancellationOrder order) {
        Run run = find(caller, kind, runId);
        Instant now = clock.instant();
        return refreshed(replies.once(
                200,
                session -> records.cancel(session, run, caller.subject(), order.reason(), now)
                        .replaceWith(() -> new Cancelled(runId, Run.Status.CANCELLED.code())),
                cancelled -> null));
    }

    /** The runs that the caller may know of, the newest first. */
    List<Run> visible(Caller caller, Run.Kind kind) {
        return runs.get().runs().stream()
                .filter(run -> run.kind() == kind && evidence.opensTo(caller, run.extent()))
                .toList();
    }

    /** @throws Problem NOT_FOUND for a run that is absent to this caller */
    Run find(Caller caller, Run.Kind kind, UUID runId) {
        return runs.get()
                .find(runId)
                .filter(run -> run.kind() == kind && evidence.opensTo(caller, run.extent()))
                .orElseThrow(RunDesk::absent);
    }

    /** @throws Problem NOT_FOUND; STATE_CONFLICT if it has no result */
    Run findDone(Caller caller, Run.Kind kind, UUID runId) {
        Run run = find(caller, kind, runId);
        if (run.status() != Run.Status.DONE) {
            throw ProblemType.STATE_CONFLICT
                    .because("There is no result: this is %s."
                            .formatted(run.status().code()))
                    .with("runStatus", run.status().code());
        }
        return run;
    }

    static Problem absent() {
        return ProblemType.NOT_FOUND.because("Nothing is known under this path.");
    }

    /** Off the event loop and back. */
    <T> Uni<T> onWorker(Supplier<T> work) {
        return results.onThisContext(
                Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
    }

    private Uni<Reply> refreshed(Uni<Reply> reply) {
        // What was written stands, whether or not it can be read again at once.
        return reply.call(done -> runs.refresh().onFailure().recoverWithNull());
    }
}
