package uk.hustings.campaign.member;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.access.AccessDesk;
import uk.hustings.campaign.member.Accounts.Standing;
import uk.hustings.campaign.member.MembershipChanges.Planned;
import uk.hustings.campaign.member.MembershipLeases.Lease;
import uk.hustings.campaign.member.MembershipRecord.Authority;
import uk.hustings.campaign.member.domain.AnswerPeriod;

/**
 * Membership by invitation. Inviting asks nothing of Keycloak, so that neither its answer nor its time says anything of
 * the account; what must be known of it is asked when the account itself accepts.
 */
@ApplicationScoped
class InvitationService {

    /** Invitations of one local party that are neither accepted, withdrawn nor expired. */
    static final int MOST_OPEN = 100;

    private final Invitations invitations;
    private final MembershipChanges changes;
    private final AccessDesk access;
    private final KeptReplies replies;
    private final Mutiny.SessionFactory sessions;
    private final DomainClock clock;

    InvitationService(
            Invitations invitations,
            MembershipChanges changes,
            AccessDesk access,
            KeptReplies replies,
            Mutiny.SessionFactory sessions,
            DomainClock clock) {
        this.invitations = invitations;
        this.changes = changes;
        this.access = access;
        this.replies = replies;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Invites a name, unless it is invited already.
     *
     * @throws uk.hustings.api.problem.Problem SECOND_PERSON_REQUIRED, STATE_CONFLICT if too many are invited
     */
    Uni<Invitation> invite(Caller caller, String localParty, AccountName account, String reason) {
        return sessions.withStatelessTransaction(
                session -> invitations.lock(session, localParty).chain(() -> {
                    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
                    return invitations.shownToInviter(session, localParty, now).chain(open -> open.stream()
                            .filter(known -> known.account().equals(account.value()))
                            .findFirst()
                            .map(known -> Uni.createFrom().item(known))
                            .orElseGet(() -> {
                                if (open.size() >= MOST_OPEN) {
                                    throw ProblemType.STATE_CONFLICT.because(
                                            "%d invitations of this local party are open, which is the most. Withdraw one, or wait until %s, when the first expires."
                                                    .formatted(MOST_OPEN, firstExpiry(open)));
                                }
                                return invitations.add(session, localParty, account, reason, caller.name(), now);
                            }));
                }));
    }

    /**
     * Makes the caller a member of the local party that invited it.
     *
     * @throws uk.hustings.api.problem.Problem NOT_FOUND, STATE_CONFLICT, WIDER_ROLES, SECOND_LOCAL_PARTY,
     *     ACCOUNTS_UNAVAILABLE
     */
    Uni<Reply> accept(Caller caller, UUID id) {
        return sessions.withStatelessTransaction(session -> open(session, caller, id))
                .chain(() -> changes.alone(caller.subject(), (lease, standing) -> sessions.withStatelessTransaction(
                                session -> plan(session, caller, id, lease, standing))
                        .call(changes::carryOut)
                        .chain(planned -> replies.once(
                                200,
                                session -> changes.confirm(session, planned)
                                        .replaceWith(
                                                new InvitationAnswer(id, planned.localParty(), Invitations.ACCEPTED)),
                                answer -> null))
                        .call(access::announce)));
    }

    /** @throws uk.hustings.api.problem.Problem NOT_FOUND, STATE_CONFLICT */
    Uni<Reply> refuse(Caller caller, UUID id) {
        return replies.once(
                200,
                session -> open(session, caller, id)
                        .invoke(kept -> {
                            if (kept.outcome() != null) {
                                throw ProblemType.STATE_CONFLICT.because("You have accepted the invitation already.");
                            }
                        })
                        .call(() -> invitations.answer(
                                session, id, Invitations.REFUSED, caller.name(), clock.instant(), null))
                        .map(kept -> new InvitationAnswer(id, kept.invitation().localParty(), Invitations.REFUSED)),
                answer -> null);
    }

    /**
     * The inviter takes it back. Whether it was refused meanwhile makes no difference.
     *
     * @throws uk.hustings.api.problem.Problem NOT_FOUND
     */
    Uni<Void> withdraw(Caller caller, String localParty, UUID id) {
        return sessions.withStatelessTransaction(session -> invitations
                .find(session, id)
                .invoke(kept -> {
                    Instant now = clock.instant();
                    boolean shown = kept != null
                            && kept.invitation().localParty().equals(localParty)
                            && now.isBefore(kept.invitation().expiresAt())
                            && (kept.outcome() == null || kept.outcome().equals(Invitations.REFUSED));
                    if (!shown) {
                        throw ProblemType.NOT_FOUND.because("No open invitation of this local party has this id.");
                    }
                })
                .chain(() ->
                        invitations.answer(session, id, Invitations.WITHDRAWN, caller.name(), clock.instant(), null)));
    }

    private Uni<Planned> plan(Mutiny.StatelessSession session, Caller caller, UUID id, Lease lease, Standing standing) {
        return open(session, caller, id)
                .chain(kept -> changes.planJoin(
                        session,
                        lease,
                        standing,
                        kept.invitation().localParty(),
                        false,
                        new Authority(
                                caller.name(),
                                kept.invitedBy(),
                                kept.invitation().reason()),
                        other -> true))
                .call(planned -> invitations.answer(
                        session, id, Invitations.ACCEPTED, caller.name(), clock.instant(), planned.first()));
    }

    /** The caller's own invitation, which nobody else can answer until the transaction ends. */
    private Uni<Invitations.Kept> open(Mutiny.StatelessSession session, Caller caller, UUID id) {
        return invitations.find(session, id).invoke(kept -> {
            if (kept == null
                    || !kept.invitation()
                            .account()
                            .equals(AccountName.of(caller).value())) {
                throw ProblemType.NOT_FOUND.because("No invitation of yours has this id.");
            }
            String state = kept.state(clock.instant());
            if (!state.equals(AnswerPeriod.OPEN)) {
                throw ProblemType.STATE_CONFLICT
                        .because(
                                state.equals(AnswerPeriod.EXPIRED)
                                        ? "The invitation expired at %s. Ask for another one."
                                                .formatted(kept.invitation().expiresAt())
                                        : "The invitation was %s already.".formatted(state))
                        .with("state", state);
            }
            if (!kept.hasSeats()) {
                throw ProblemType.STATE_CONFLICT.because("The local party has no seat any more.");
            }
        });
    }

    private static Instant firstExpiry(java.util.List<Invitation> open) {
        return open.stream()
                .map(Invitation::expiresAt)
                .min(java.util.Comparator.naturalOrder())
                .orElseThrow();
    }
}
