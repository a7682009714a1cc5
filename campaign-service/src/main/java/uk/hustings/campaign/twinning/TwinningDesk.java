package uk.hustings.campaign.twinning;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
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
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.access.AccessDesk;
import uk.hustings.campaign.localparty.LocalParties;
import uk.hustings.campaign.twinning.domain.Step;
import uk.hustings.campaign.twinning.domain.Travel;
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
    private final Distances distances;
    private final LocalParties parties;
    private final AccessDesk access;
    private final KeptReplies replies;
    private final DomainClock clock;

    TwinningDesk(
            Twinnings twinnings,
            TwinGrants grants,
            TwinningViews views,
            TwinningReach reach,
            ProposalCheck check,
            Distances distances,
            LocalParties parties,
            AccessDesk access,
            KeptReplies replies,
            DomainClock clock) {
        this.twinnings = twinnings;
        this.grants = grants;
        this.views = views;
        this.reach = reach;
        this.check = check;
        this.distances = distances;
        this.parties = parties;
        this.access = access;
        this.replies = replies;
        this.clock = clock;
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
        Instant now = clock.instant();
        List<Twinning> made = new ArrayList<>();
        List<TwinningView.Proposed> proposed = new ArrayList<>();
        for (TwinningProposal proposal : proposals) {
            Travel travel = parties.find(proposal.donor())
                    .flatMap(donor -> distances.travel(donor, proposal.target()))
                    .orElse(null);
            Twinning twinning = Twinning.proposed(proposal, travel, caller.name(), now);
            made.add(twinning);
            proposed.add(new TwinningView.Proposed(views.fresh(twinning), check.warnings(proposal, travel)));
        }
        Set<String> donors = new LinkedHashSet<>(
                proposals.stream().map(TwinningProposal::donor).toList());
        return replies.once(
                201,
                session -> twinnings
                        .hold(session, donors)
                        .chain(() -> twinnings.openProposals(session, donors))
                        .invoke(open -> refuseOpenTwice(open, made))
                        .chain(() -> twinnings.add(session, made))
                        .replaceWith(() -> answer.apply(proposed)),
                location);
    }

    private Uni<Reply> step(Caller caller, UUID id, String permission, Step step, String reason) {
        Instant now = clock.instant();
        return replies.once(
                        200,
                        session -> twinnings
                                .find(session, id)
                                .map(found -> reach.seen(caller, found))
                                .invoke(found -> reach.refuseBeyond(caller, permission, found.donor()))
                                .call(found -> twinnings.hold(session, List.of(found.donor())))
                                // Read anew: somebody else may have answered while we waited for the donor.
                                .chain(() -> twinnings.find(session, id))
                                .chain(held -> take(session, held, step, caller.name(), now, reason))
                                .chain(() -> twinnings.find(session, id))
                                .chain(changed -> views.of(session, changed)),
                        done -> null)
                .call(access::announce);
    }

    private Uni<Void> take(
            Mutiny.StatelessSession session, Twinning twinning, Step step, String by, Instant now, String reason) {
        TwinningStatus status = twinning.status().after(step).orElseThrow(() -> ProblemType.STATE_CONFLICT
                .because("It is %s since %s by %s; nothing was written."
                        .formatted(twinning.status().code(), twinning.statusAt(), twinning.statusBy()))
                .with("twinningStatus", twinning.status().code()));
        if (status == TwinningStatus.ACCEPTED && twinning.period().overBy(clock.today())) {
            throw ProblemType.STATE_CONFLICT.because("Its last day, %s, is over; nothing was written."
                    .formatted(twinning.period().until()));
        }
        boolean inForce = status == TwinningStatus.ACCEPTED && twinning.period().includes(clock.today());
        return twinnings
                .change(session, twinning, status, inForce, by, now, reason)
                .chain(() -> {
                    if (inForce) {
                        return grants.begun(session, twinning);
                    }
                    return twinning.inForce()
                            ? grants.over(session, twinning, reason)
                            : Uni.createFrom().voidItem();
                });
    }

    private static void refuseOpenTwice(List<Twinning> open, List<Twinning> made) {
        for (Twinning known : open) {
            SeatCode target = known.target();
            if (made.stream()
                    .anyMatch(twinning -> twinning.donor().equals(known.donor())
                            && twinning.target().equals(target))) {
                throw ProblemType.ALREADY_RECORDED
                        .because("%s is proposed to %s already and has not answered; nothing was written."
                                .formatted(target, known.donor()))
                        .with("twinningId", known.id());
            }
        }
    }
}
