package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.access.Respites.Respite;
import uk.hustings.campaign.access.Situation.Ending;
import uk.hustings.campaign.contact.domain.IsoWeek;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.localparty.LocalParties;
import uk.hustings.campaign.localparty.LocalParty;

/** What people decide about access: lock, restore, exempt, end an exemption, open a seat in an emergency. */
@ApplicationScoped
class HandDesk {

    private final Policies policies;
    private final Decisions decisions;
    private final Locks locks;
    private final Turns turns;
    private final Respites respites;
    private final Review review;
    private final Enforcement enforcement;
    private final LocalParties parties;
    private final LockFeed feed;
    private final KeptReplies replies;
    private final DomainClock clock;

    HandDesk(
            Policies policies,
            Decisions decisions,
            Locks locks,
            Turns turns,
            Respites respites,
            Review review,
            Enforcement enforcement,
            LocalParties parties,
            LockFeed feed,
            KeptReplies replies,
            DomainClock clock) {
        this.policies = policies;
        this.decisions = decisions;
        this.locks = locks;
        this.turns = turns;
        this.respites = respites;
        this.review = review;
        this.enforcement = enforcement;
        this.parties = parties;
        this.feed = feed;
        this.replies = replies;
        this.clock = clock;
    }

    /** A person locks or restores. */
    Uni<Reply> decide(Caller caller, DecisionRequest request) {
        Instant now = clock.instant();
        request.checked(now, policies.pollsClose());
        requireOwner(request.localParty(), request.seatCode());
        return replies.once(
                        201,
                        session -> request.locks()
                                ? lock(session, caller, request, now)
                                : restore(session, caller, request, now),
                        HandDesk::location)
                .call(feed::refresh);
    }

    /** A person exempts a local party in one of its seats, or in all of them; a lock by the policy falls with it. */
    Uni<Reply> exempt(Caller caller, ExemptionRequest request) {
        Instant now = clock.instant();
        request.checked(now);
        List<SeatCode> seats = request.seatCode() != null
                ? List.of(request.seatCode())
                : parties.find(request.localParty()).map(LocalParty::seatCodes).orElse(List.of()).stream()
                        .sorted()
                        .toList();
        if (seats.isEmpty()) {
            throw nobody();
        }
        seats.forEach(seat -> requireOwner(request.localParty(), seat));
        List<PartySeat> places = seats.stream()
                .map(seat -> new PartySeat(request.localParty(), seat))
                .toList();
        return replies.once(
                        201,
                        session -> turns.take(session, places)
                                .chain(() -> locks.find(session, places))
                                .chain(standing -> fallWithTheirCount(session, standing))
                                .map(falling -> places.stream()
                                        .map(place -> AccessDecision.exempted(
                                                place.localParty(),
                                                place.seat(),
                                                caller.name(),
                                                now,
                                                request.until(),
                                                request.reason(),
                                                falling.get(place.seat())))
                                        .toList())
                                .call(made -> enforcement.enforce(session, made))
                                .map(made -> new ExemptionResource.Exempted(
                                        made.stream().map(DecisionView::of).toList())),
                        made -> null)
                .call(feed::refresh);
    }

    /** A person ends an exemption, or closes again what a key-holder opened; the present week is weighed at once. */
    Uni<Reply> end(Caller caller, UUID decisionId, String reason) {
        Instant now = clock.instant();
        return replies.once(
                        201,
                        session -> respites.find(session, decisionId)
                                .invoke(HandDesk::requireRunningExemption)
                                .chain(respite -> review.of(
                                        session,
                                        new PartySeat(respite.localParty(), respite.seat()),
                                        List.of(),
                                        new Ending(decisionId, caller.name(), reason),
                                        now))
                                .chain(() -> decisions.thatLifted(session, decisionId))
                                .map(DecisionView::of),
                        HandDesk::location)
                .call(feed::refresh);
    }

    /** A key-holder opens a locked seat, for as long as the policy says. */
    Uni<Reply> breakGlass(Caller caller, BreakGlassRequest request) {
        Instant now = clock.instant();
        requireOwner(request.localParty(), request.seatCode());
        return replies.once(
                        201,
                        session -> turns.take(session, request.localParty(), request.seatCode())
                                .chain(() -> locks.find(session, request.localParty(), request.seatCode()))
                                .invoke(HandDesk::requireLock)
                                .chain(lock -> policies.current(session, now).map(policy -> AccessDecision.restored(
                                                request.localParty(),
                                                request.seatCode(),
                                                caller.name(),
                                                now,
                                                now.plus(policy.breakGlass()),
                                                request.reason(),
                                                lock.decisionId())
                                        .on(policy)
                                        .byBreakGlass()))
                                .call(decision -> enforcement.enforce(session, List.of(decision)))
                                .map(DecisionView::of),
                        HandDesk::location)
                .call(feed::refresh);
    }

    private Uni<DecisionView> lock(
            Mutiny.StatelessSession session, Caller caller, DecisionRequest request, Instant now) {
        Instant until = request.until() != null ? request.until() : policies.pollsClose();
        AccessDecision decision = AccessDecision.locked(
                request.localParty(), request.seatCode(), caller.name(), now, until, request.reason());
        return turns.take(session, request.localParty(), request.seatCode())
                .chain(() -> enforcement.enforce(session, List.of(decision)))
                .replaceWith(() -> DecisionView.of(decision));
    }

    private Uni<DecisionView> restore(
            Mutiny.StatelessSession session, Caller caller, DecisionRequest request, Instant now) {
        Instant exemptUntil = request.exemptUntil() != null ? request.exemptUntil() : endOfWeek(clock.today());
        return turns.take(session, request.localParty(), request.seatCode())
                .chain(() -> locks.find(session, request.localParty(), request.seatCode()))
                .invoke(HandDesk::requireLock)
                .map(lock -> AccessDecision.restored(
                        request.localParty(),
                        request.seatCode(),
                        caller.name(),
                        now,
                        exemptUntil,
                        request.reason(),
                        lock.decisionId()))
                .call(decision -> enforcement.enforce(session, List.of(decision)))
                .map(DecisionView::of);
    }

    /** What a person locked stays locked: an exemption is one from the policy. */
    private Uni<Map<SeatCode, UUID>> fallWithTheirCount(Mutiny.StatelessSession session, List<AccessLock> standing) {
        return decisions
                .get(session, standing.stream().map(AccessLock::decisionId).toList())
                .map(cited -> standing.stream()
                        .filter(lock -> cited.get(lock.decisionId()).restsOnCount())
                        .collect(Collectors.toMap(lock -> lock.live().seatCode(), AccessLock::decisionId)));
    }

    /** The first moment of the next ISO week. */
    static Instant endOfWeek(LocalDate today) {
        return IsoWeek.of(today)
                .next()
                .monday()
                .atStartOfDay(DomainClock.LONDON)
                .toInstant();
    }

    private void requireOwner(String localParty, SeatCode seat) {
        if (!parties.owns(localParty, seat)) {
            throw nobody();
        }
    }

    private static Problem nobody() {
        return ProblemType.INVALID_INPUT
                .because("Mend the fields that are named; nothing was written.")
                .withErrors(List.of(FieldError.at("/localParty", "no local party with this id has this seat")));
    }

    private static void requireLock(AccessLock lock) {
        if (lock == null) {
            throw ProblemType.STATE_CONFLICT.because("No lock stands on this local party in this seat.");
        }
    }

    private static void requireRunningExemption(Respite respite) {
        if (respite == null) {
            throw ProblemType.NOT_FOUND.because("No decision with this id gave an exemption.");
        }
        if (respite.isNotice() || !respite.runs()) {
            throw ProblemType.STATE_CONFLICT.because("This is no exemption that still runs.");
        }
    }

    private static URI location(DecisionView decision) {
        return URI.create("/v1/campaign/access/decisions/" + decision.decisionId());
    }
}
