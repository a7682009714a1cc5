package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** What people decide about access: lock, restore, exempt, end an exemption. */
@ApplicationScoped
class ManualDecisions {

    private final DecisionFacts.Loader facts;
    private final Policies policies;
    private final Decisions decisions;
    private final Respites respites;
    private final Review review;
    private final Enforcement enforcement;
    private final LocalParties parties;
    private final LockFeed feed;
    private final KeptReplies replies;
    private final DomainClock clock;

    ManualDecisions(
            DecisionFacts.Loader facts,
            Policies policies,
            Decisions decisions,
            Respites respites,
            Review review,
            Enforcement enforcement,
            LocalParties parties,
            LockFeed feed,
            KeptReplies replies,
            DomainClock clock) {
        this.facts = facts;
        this.policies = policies;
        this.decisions = decisions;
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
        request.checked(clock.instant(), policies.pollsClose());
        PartySeat place = new PartySeat(request.localParty(), request.seatCode());
        return replies.once(
                        201,
                        session -> facts.lockAndLoad(session, List.of(place)).chain(loaded -> {
                            AccessDecision decision = request.locks()
                                    ? locked(loaded, place, caller, request)
                                    : restored(loaded, place, caller, request);
                            return enforcement
                                    .enforce(session, loaded, List.of(decision))
                                    .replaceWith(() -> DecisionView.of(decision));
                        }),
                        ManualDecisions::location)
                .call(feed::refresh);
    }

    private AccessDecision locked(DecisionFacts loaded, PartySeat place, Caller caller, DecisionRequest request) {
        requireWorksIn(loaded, place);
        Instant until = request.until() != null ? request.until() : policies.pollsClose();
        return AccessDecision.locked(
                place.localParty(), place.seat(), caller.name(), loaded.now(), until, request.reason());
    }

    private static AccessDecision restored(
            DecisionFacts loaded, PartySeat place, Caller caller, DecisionRequest request) {
        if (loaded.lock(place) == null) {
            requireWorksIn(loaded, place);
        }
        requireLock(loaded, place);
        Instant exemptUntil = request.exemptUntil() != null ? request.exemptUntil() : endOfWeek(loaded.today());
        return AccessDecision.restored(
                place.localParty(),
                place.seat(),
                caller.name(),
                loaded.now(),
                exemptUntil,
                request.reason(),
                loaded.lock(place).decisionId());
    }

    /** A person exempts a local party in one of its seats, or in all of them; a lock by the policy is lifted with it. */
    Uni<Reply> exempt(Caller caller, ExemptionRequest request) {
        request.checked(clock.instant());
        return replies.once(
                        201,
                        session -> seats(session, request)
                                .map(seats -> seats.stream()
                                        .sorted()
                                        .map(seat -> new PartySeat(request.localParty(), seat))
                                        .toList())
                                .chain(places -> facts.lockAndLoad(session, places)
                                        .chain(loaded -> exempt(session, loaded, places, caller, request))),
                        made -> null)
                .call(feed::refresh);
    }

    /** Without a seat, all that the local party has; none moves until the transaction ends. */
    private Uni<List<SeatCode>> seats(Mutiny.StatelessSession session, ExemptionRequest request) {
        return request.seatCode() != null
                ? Uni.createFrom().item(List.of(request.seatCode()))
                : parties.seatsOf(session, request.localParty()).invoke(seats -> {
                    if (seats.isEmpty()) {
                        throw worksNotThere();
                    }
                });
    }

    private Uni<ExemptionResource.Exempted> exempt(
            Mutiny.StatelessSession session,
            DecisionFacts loaded,
            List<PartySeat> places,
            Caller caller,
            ExemptionRequest request) {
        places.forEach(place -> requireWorksIn(loaded, place));
        List<AccessDecision> made = places.stream()
                .map(place -> AccessDecision.exempted(
                        place.localParty(),
                        place.seat(),
                        caller.name(),
                        loaded.now(),
                        request.until(),
                        request.reason(),
                        lockByCount(loaded, place)))
                .toList();
        return enforcement
                .enforce(session, loaded, made)
                .replaceWith(() -> new ExemptionResource.Exempted(
                        made.stream().map(DecisionView::of).toList()));
    }

    /** A person ends an exemption, or closes again what a key-holder opened; the present week is judged at once. */
    Uni<Reply> end(Caller caller, UUID decisionId, String reason) {
        return replies.once(
                        201,
                        session -> respites.find(session, decisionId)
                                .invoke(ManualDecisions::requireExemption)
                                .chain(respite -> facts.lockAndLoad(session, List.of(respite.place()))
                                        .invoke(loaded -> requireRunning(loaded, respite)))
                                .chain(loaded -> review.judge(
                                        session, loaded, Map.of(), new Ending(decisionId, caller.name(), reason)))
                                .chain(() -> decisions.thatLifted(session, decisionId))
                                .map(DecisionView::of),
                        ManualDecisions::location)
                .call(feed::refresh);
    }

    /** What a person locked stays locked: an exemption is one from the policy. */
    private static UUID lockByCount(DecisionFacts loaded, PartySeat place) {
        AccessLock lock = loaded.lock(place);
        return lock != null && loaded.cited().get(lock.decisionId()).restsOnCount() ? lock.decisionId() : null;
    }

    /** The first moment of the next ISO week. */
    static Instant endOfWeek(LocalDate today) {
        return IsoWeek.of(today)
                .next()
                .monday()
                .atStartOfDay(DomainClock.LONDON)
                .toInstant();
    }

    static void requireWorksIn(DecisionFacts loaded, PartySeat place) {
        if (!loaded.worksIn(place)) {
            throw worksNotThere();
        }
    }

    private static Problem worksNotThere() {
        return ProblemType.INVALID_INPUT
                .because("Correct the fields that are named; nothing was written.")
                .withErrors(List.of(FieldError.at("/localParty", "no local party with this id has this seat")));
    }

    static void requireLock(DecisionFacts loaded, PartySeat place) {
        if (loaded.lock(place) == null) {
            throw ProblemType.STATE_CONFLICT.because("This local party is not locked out of this seat.");
        }
    }

    private static void requireExemption(Respite respite) {
        if (respite == null) {
            throw ProblemType.NOT_FOUND.because("No decision with this id gave an exemption.");
        }
    }

    private static void requireRunning(DecisionFacts loaded, Respite wanted) {
        boolean running = loaded.respites(wanted.place()).stream()
                .anyMatch(respite ->
                        respite.decisionId().equals(wanted.decisionId()) && respite.runs() && !respite.isNotice());
        if (!running) {
            throw ProblemType.STATE_CONFLICT.because("This is no exemption that still runs.");
        }
    }

    static URI location(DecisionView decision) {
        return URI.create("/v1/campaign/access/decisions/" + decision.decisionId());
    }
}
