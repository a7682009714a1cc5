package uk.hustings.campaign.twinning;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.api.id.Ids;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.intake.Faults;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.access.DecisionFacts;
import uk.hustings.campaign.twinning.domain.TwinningStatus;

/** Takes in the hours that donors worked, and takes reports back that were wrong. */
@ApplicationScoped
class HoursDesk {

    private static final String WRITE = "resource:write";

    private final Twinnings twinnings;
    private final HourReports reports;
    private final TwinningReach reach;
    private final KeptReplies replies;
    private final DecisionFacts.Loader facts;

    HoursDesk(
            Twinnings twinnings,
            HourReports reports,
            TwinningReach reach,
            KeptReplies replies,
            DecisionFacts.Loader facts) {
        this.twinnings = twinnings;
        this.reports = reports;
        this.reach = reach;
        this.replies = replies;
        this.facts = facts;
    }

    Uni<Reply> report(Caller caller, UUID twinningId, DeliveredHours.Report delivered) {
        return replies.once(
                201,
                session -> held(session, caller, twinningId)
                        .invoke(held -> refuseUnlessOfTheTwinning(held, delivered.day()))
                        .chain(held -> {
                            UUID report = Ids.next();
                            return reports.add(session, report, twinningId, delivered, caller.name(), held.facts.now())
                                    .chain(() -> receipt(session, held.twinning, report));
                        }),
                receipt -> null);
    }

    Uni<Reply> withdraw(Caller caller, UUID twinningId, UUID report, String reason) {
        return replies.once(
                200,
                session -> held(session, caller, twinningId)
                        .call(() -> reports.exists(session, twinningId, report).invoke(HoursDesk::refuseUnknown))
                        .call(held -> reports.withdraw(session, report, reason, caller.name(), held.facts.now())
                                .invoke(HoursDesk::refuseTwice))
                        .chain(held -> receipt(session, held.twinning, report)),
                receipt -> null);
    }

    /** A twinning that nobody changes meanwhile, and what was read since. */
    private record Held(Twinning twinning, DecisionFacts facts) {}

    /** The twinning, if the caller may report for its donor. */
    private Uni<Held> held(Mutiny.StatelessSession session, Caller caller, UUID id) {
        return twinnings
                .find(session, id)
                .map(found -> reach.seen(caller, found))
                .invoke(found -> reach.refuseBeyond(caller, WRITE, found.donor()))
                .call(found -> twinnings.hold(session, List.of(found.donor())))
                .chain(found -> facts.lockAndLoad(session, List.of(found.place()), caller))
                .invoke(DecisionFacts::requireMember)
                .chain(loaded -> twinnings.find(session, id).map(twinning -> new Held(twinning, loaded)));
    }

    private Uni<DeliveredHours.Receipt> receipt(Mutiny.StatelessSession session, Twinning twinning, UUID report) {
        return reports.sums(session, List.of(twinning.id()))
                .map(sums -> new DeliveredHours.Receipt(
                        report,
                        twinning.id(),
                        sums.getOrDefault(twinning.id(), new BigDecimal("0.00")),
                        twinning.pledgedHours()));
    }

    /** Hours may come in late, after the twinning has ended, as contacts may. */
    private void refuseUnlessOfTheTwinning(Held held, LocalDate day) {
        Twinning twinning = held.twinning;
        boolean ended = twinning.status() == TwinningStatus.ENDED;
        if (twinning.status() != TwinningStatus.ACCEPTED && !ended) {
            throw ProblemType.STATE_CONFLICT
                    .because("It is %s: hours are reported once it is accepted."
                            .formatted(twinning.status().code()))
                    .with("twinningStatus", twinning.status().code());
        }
        LocalDate today = held.facts.today();
        List<FieldError> faults = new ArrayList<>();
        if (day.isAfter(today)) {
            faults.add(FieldError.at("/day", "must not lie in the future; today is " + today));
        }
        if (!twinning.period().includes(day)) {
            faults.add(FieldError.at(
                    "/day",
                    "must be a day of the twinning, %s to %s"
                            .formatted(
                                    twinning.period().from(), twinning.period().until())));
        }
        LocalDate endedOn = LocalDate.ofInstant(twinning.statusAt(), DomainClock.LONDON);
        if (ended && day.isAfter(endedOn)) {
            faults.add(FieldError.at("/day", "must not lie after the twinning ended, on " + endedOn));
        }
        Faults.refuseAny(faults);
    }

    private static void refuseUnknown(boolean exists) {
        if (!exists) {
            throw ProblemType.NOT_FOUND.because("No report of hours has this id in this twinning.");
        }
    }

    private static void refuseTwice(boolean first) {
        if (!first) {
            throw ProblemType.STATE_CONFLICT.because("This report is withdrawn already; it counts no more.");
        }
    }
}
