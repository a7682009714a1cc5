package uk.hustings.campaign.twinning;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.campaign.access.AccessDesk;
import uk.hustings.campaign.access.DecisionFacts;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.localparty.LocalParties;
import uk.hustings.campaign.reach.Journeys;
import uk.hustings.campaign.reach.domain.Travel;
import uk.hustings.campaign.twinning.domain.Step;
import uk.hustings.campaign.twinning.domain.TwinningStatus;

/** Proposes twinnings and takes the answers; what follows for access follows in the same transaction. */
@ApplicationScoped
class TwinningDesk {

    private static final String PROPOSE = "twinning:propose";

    private final Twinnings twinnings;
    private final TwinGrants grants;
    private final TwinningViews views;
    private final TwinningReach reach;
    private final ProposalCheck check;
    private final Journeys journeys;
    private final LocalParties parties;
    private final DecisionFacts.Loader facts;
    private final AccessDesk access;
    private final KeptReplies replies;

    TwinningDesk(
            Twinnings twinnings,
            TwinGrants grants,
            TwinningViews views,
            TwinningReach reach,
            ProposalCheck check,
            Journeys journeys,
            LocalParties parties,
            DecisionFacts.Loader facts,
            AccessDesk access,
            KeptReplies replies) {
        this.twinnings = twinnings;
        this.grants = grants;
        this.views = views;
        this.reach = reach;
        this.check = check;
        this.journeys = journeys;
        this.parties = parties;
        this.facts = facts;
        this.access = access;
        this.replies = replies;
    }

    Uni<Reply> propose(Caller caller, TwinningProposal proposal) {
        return propose(
                caller,
                List.of(proposal),
                index -> "",
                proposed -> proposed.get(0),
                proposed -> URI.create(
                        "/v1/campaign/twinnings/" + proposed.twinning().twinningId()));
    }

    /** All or nothing. */
    Uni<Reply> propose(Caller caller, List<TwinningProposal> proposals) {
        return propose(
                caller, proposals, index -> "/proposals/" + index, TwinningView.AllProposed::new, proposed -> null);
    }

    /** The donor answers, or its region for it. */
    Uni<Reply> answer(Caller caller, UUID id, TwinningAnswer answer) {
        return step(caller, id, "twinning:answer", answer.step(), answer.reason());
    }

    /** Those who may propose take it back. */
    Uni<Reply> recall(Caller caller, UUID id, String reason) {
        return step(caller, id, PROPOSE, Step.RECALL, reason);
    }

    private <T> Uni<Reply> propose(
            Caller caller,
            List<TwinningProposal> proposals,
            IntFunction<String> place,
            Function<List<TwinningView.Proposed>, T> answer,
            Function<T, URI> location) {
        proposals.stream()
                .map(TwinningProposal::donor)
                .distinct()
                .filter(donor -> parties.find(donor).isPresent())
                .forEach(donor -> reach.refuseBeyond(caller, PROPOSE, donor));
        check.refuseFaulty(proposals, place);
        Set<String> donors = new LinkedHashSet<>(
                proposals.stream().map(TwinningProposal::donor).toList());
        return replies.once(
                201,
                session -> twinnings
                        .hold(session, donors)
                        .chain(() -> twinnings.merged(session, donors).invoke(TwinningDesk::refuseMerged))
                        .chain(() -> facts.lockAndLoad(session, places(proposals)))
                        .invoke(loaded -> refuseOwnSeats(loaded, proposals))
                        .call(() -> twinnings
                                .openProposals(session, donors)
                                .invoke(open -> refuseOpenTwice(open, proposals)))
                        .map(loaded -> proposed(proposals, caller, loaded.now()))
                        .call(made -> twinnings.add(
                                session, made.stream().map(Made::twinning).toList()))
                        .map(made ->
                                answer.apply(made.stream().map(Made::answer).toList())),
                location);
    }

    /** A proposal as it is kept and as it is answered. */
    private record Made(Twinning twinning, TwinningView.Proposed answer) {}

    private List<Made> proposed(List<TwinningProposal> proposals, Caller caller, Instant now) {
        return proposals.stream()
                .map(proposal -> {
                    Travel travel = parties.find(proposal.donor())
                            .flatMap(donor -> journeys.travel(donor, proposal.target()))
                            .orElse(null);
                    Twinning twinning = Twinning.proposed(proposal, travel, caller.name(), now);
                    return new Made(
                            twinning,
                            new TwinningView.Proposed(views.fresh(twinning), check.warnings(proposal, travel)));
                })
                .toList();
    }

    private static List<PartySeat> places(List<TwinningProposal> proposals) {
        return proposals.stream()
                .map(proposal -> new PartySeat(proposal.donor(), proposal.target()))
                .toList();
    }

    private Uni<Reply> step(Caller caller, UUID id, String permission, Step step, String reason) {
        return replies.once(
                        200,
                        session -> twinnings
                                .find(session, id)
                                .map(found -> reach.seen(caller, found))
                                .invoke(found -> reach.refuseBeyond(caller, permission, found.donor()))
                                .call(found -> twinnings.hold(session, List.of(found.donor())))
                                .chain(found -> facts.lockAndLoad(session, List.of(found.place()), caller))
                                .invoke(DecisionFacts::requireMember)
                                // Somebody else may have answered while we waited.
                                .chain(loaded -> twinnings
                                        .find(session, id)
                                        .chain(held -> take(session, held, step, caller.name(), loaded, reason)))
                                .chain(() -> twinnings.find(session, id))
                                .chain(changed -> views.of(session, changed)),
                        done -> null)
                .call(access::announce);
    }

    private Uni<Void> take(
            Mutiny.StatelessSession session,
            Twinning twinning,
            Step step,
            String by,
            DecisionFacts loaded,
            String reason) {
        TwinningStatus status = twinning.status().after(step).orElseThrow(() -> ProblemType.STATE_CONFLICT
                .because("It is %s since %s by %s; nothing was written."
                        .formatted(twinning.status().code(), twinning.statusAt(), twinning.statusBy()))
                .with("twinningStatus", twinning.status().code()));
        if (status == TwinningStatus.ACCEPTED) {
            requireMayBegin(twinning, loaded);
        }
        boolean inForce = status == TwinningStatus.ACCEPTED && twinning.period().includes(loaded.today());
        return twinnings
                .change(session, twinning, status, inForce, by, loaded.now(), reason)
                .chain(() -> {
                    if (inForce) {
                        return grants.begun(session, twinning);
                    }
                    return twinning.inForce()
                            ? grants.over(session, twinning, reason)
                            : Uni.createFrom().voidItem();
                });
    }

    private static void requireMayBegin(Twinning twinning, DecisionFacts loaded) {
        if (twinning.period().overBy(loaded.today())) {
            throw ProblemType.STATE_CONFLICT.because("Its last day, %s, is over; nothing was written."
                    .formatted(twinning.period().until()));
        }
        if (loaded.ownerOf(twinning.target()).filter(twinning.donor()::equals).isPresent()) {
            throw ProblemType.STATE_CONFLICT.because(
                    "The target is the donor's own seat by now; it works there without a twinning.");
        }
    }

    private static void refuseMerged(List<String> merged) {
        if (!merged.isEmpty()) {
            throw ProblemType.STATE_CONFLICT
                    .because("A donor was merged into another local party meanwhile; nothing was written.")
                    .with("localParties", merged);
        }
    }

    private static void refuseOwnSeats(DecisionFacts loaded, List<TwinningProposal> proposals) {
        for (TwinningProposal proposal : proposals) {
            if (loaded.ownerOf(proposal.target())
                    .filter(proposal.donor()::equals)
                    .isPresent()) {
                throw ProblemType.STATE_CONFLICT.because(
                        "%s is a seat of %s by now; it works there without a twinning. Nothing was written."
                                .formatted(proposal.target(), proposal.donor()));
            }
        }
    }

    private static void refuseOpenTwice(List<Twinning> open, List<TwinningProposal> proposals) {
        for (Twinning known : open) {
            SeatCode target = known.target();
            if (proposals.stream()
                    .anyMatch(proposal -> proposal.donor().equals(known.donor())
                            && proposal.target().equals(target))) {
                throw ProblemType.ALREADY_RECORDED
                        .because("%s is proposed to %s already and has not answered; nothing was written."
                                .formatted(target, known.donor()))
                        .with("twinningId", known.id());
            }
        }
    }
}
