package uk.hustings.polls.forecast;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.hustings.access.Caller;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.intake.Faults;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.time.DomainClock;
import uk.hustings.polls.evidence.Extent;
import uk.hustings.polls.evidence.InternalEvidence;
import uk.hustings.polls.evidence.domain.Evidence;
import uk.hustings.polls.forecast.Freezer.Frozen;
import uk.hustings.polls.forecast.OrderScrutiny.Draws;
import uk.hustings.polls.forecast.domain.StartingPoint;
import uk.hustings.polls.seatref.Seats;
import uk.hustings.polls.seatref.domain.Election;
import uk.hustings.polls.seatref.domain.SeatBook;

/** Takes orders for backtests. What is forecast and what happened are frozen apart. */
@ApplicationScoped
class BacktestDesk {

    private final RunDesk desk;
    private final Freezer freezer;
    private final Canonical canonical;
    private final InternalEvidence evidence;
    private final Seats seats;
    private final DomainClock clock;

    BacktestDesk(
            RunDesk desk,
            Freezer freezer,
            Canonical canonical,
            InternalEvidence evidence,
            Seats seats,
            DomainClock clock) {
        this.desk = desk;
        this.freezer = freezer;
        this.canonical = canonical;
        this.evidence = evidence;
        this.seats = seats;
        this.clock = clock;
    }

    private record Held(Frozen frozen, String outcomes) {}

    /** @throws uk.hustings.api.problem.Problem INVALID_INPUT */
    Uni<Reply> order(Caller caller, BacktestOrder order) {
        SeatBook book = seats.book();
        List<FieldError> faults = new ArrayList<>();
        Extent extent = OrderScrutiny.extent(order.evidence(), faults);
        Draws draws = OrderScrutiny.draws(order.elections(), order.seed(), faults);
        Election election = election(order.electionId(), book, faults);
        LocalDate asOf = order.asOf() != null || election == null
                ? order.asOf()
                : election.pollingDay().minusDays(1);
        if (election != null && !asOf.isBefore(election.pollingDay())) {
            faults.add(FieldError.at(
                    "/asOf", "must be before polling day %s, was %s".formatted(election.pollingDay(), asOf)));
        }
        Faults.refuseAny(faults);
        evidence.refuseUnlessOpenTo(caller, extent);
        StartingPoint start = OrderScrutiny.start(book, election.boundarySet(), asOf, "/asOf");
        Evidence known = evidence.of(extent);
        return desk.onWorker(() -> new Held(
                        freezer.freeze(book, known, election.boundarySet(), start, asOf, Map.of()),
                        canonical.inputs(FrozenOutcomes.of(book, election))))
                .chain(held -> desk.accept(
                        caller,
                        Run.queued(
                                Run.Kind.BACKTEST,
                                extent,
                                held.frozen,
                                draws,
                                election.id(),
                                Canonical.sha256(held.outcomes),
                                clock.instant()),
                        held.frozen,
                        held.outcomes));
    }

    private static Election election(String id, SeatBook book, List<FieldError> faults) {
        Optional<Election> election = Optional.ofNullable(id)
                .flatMap(book::election)
                .filter(known -> known.isGeneral() && !known.isNotional())
                .filter(known -> !FrozenOutcomes.of(book, known).outcomes().isEmpty());
        if (election.isEmpty()) {
            faults.add(
                    FieldError.at("/electionId", "must be a general election that has been held, for example ge2015"));
        }
        return election.orElse(null);
    }
}
