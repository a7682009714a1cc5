package uk.hustings.campaign.member;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.member.Accounts.Account;
import uk.hustings.campaign.member.Accounts.Standing;
import uk.hustings.campaign.member.MembershipChanges.Planned;
import uk.hustings.campaign.member.MembershipLeases.Lease;
import uk.hustings.campaign.member.MembershipRecord.Authority;
import uk.hustings.campaign.member.domain.AnswerPeriod;

/** The key of a local party is asked for by one person and granted by another, never to oneself. */
@ApplicationScoped
class KeyRequestService {

    private static final String UNCHANGED = "Nothing was changed. Try again in a moment.";

    private final KeyRequests requests;
    private final Accounts accounts;
    private final MembershipChanges changes;
    private final KeptReplies replies;
    private final Mutiny.SessionFactory sessions;
    private final DomainClock clock;

    KeyRequestService(
            KeyRequests requests,
            Accounts accounts,
            MembershipChanges changes,
            KeptReplies replies,
            Mutiny.SessionFactory sessions,
            DomainClock clock) {
        this.requests = requests;
        this.accounts = accounts;
        this.changes = changes;
        this.replies = replies;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * @param forAnybody whether the caller may ask for other members, and not for itself alone
     * @throws Problem NOT_FOUND if the local party has no such member that the caller may ask for, STATE_CONFLICT,
     *     ACCOUNTS_UNAVAILABLE
     */
    Uni<Reply> ask(Caller caller, String localParty, KeyRequestOrder order, boolean forAnybody) {
        AccountName name = AccountName.of(order.account());
        if (!forAnybody && !name.isOf(caller)) {
            throw noSuchMember();
        }
        return changes.inKeycloak(() -> memberWithoutKey(localParty, name), UNCHANGED)
                .chain(member -> replies.once(
                        201,
                        session -> {
                            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
                            return requests.add(session, localParty, member, order.reason(), caller.name(), now)
                                    .onItem()
                                    .ifNull()
                                    .failWith(() -> ProblemType.STATE_CONFLICT.because(
                                            "A request for the key of this member is open already."))
                                    .chain(id -> requests.find(session, localParty, id, now))
                                    .map(KeyRequests.Kept::request);
                        },
                        made -> null));
    }

    Uni<List<KeyRequest>> list(String localParty, String status, UUID after, int most) {
        return sessions.withStatelessSession(
                session -> requests.list(session, localParty, status, after, most, clock.instant()));
    }

    /**
     * Gives the member the key.
     *
     * @throws Problem NOT_FOUND, SECOND_PERSON_REQUIRED, STATE_CONFLICT, WIDER_ROLES, ACCOUNTS_UNAVAILABLE
     */
    Uni<Reply> grant(Caller caller, String localParty, UUID id, String reason) {
        return sessions.withStatelessTransaction(session -> grantable(session, caller, localParty, id))
                .chain(found -> changes.alone(found.accountId(), (lease, standing) -> sessions.withStatelessTransaction(
                                session -> plan(session, caller, localParty, id, reason, lease, standing))
                        .call(changes::carryOut)
                        .chain(planned -> replies.once(
                                200,
                                session -> changes.confirm(session, planned)
                                        .chain(() -> requests.find(session, localParty, id, clock.instant()))
                                        .map(KeyRequests.Kept::request),
                                granted -> null))));
    }

    /** @throws Problem NOT_FOUND, STATE_CONFLICT */
    Uni<Reply> refuse(Caller caller, String localParty, UUID id, String reason) {
        return replies.once(
                200,
                session -> open(session, localParty, id)
                        .invoke(kept -> {
                            if (!kept.request().status().equals(AnswerPeriod.OPEN)) {
                                throw ProblemType.STATE_CONFLICT.because("The request is being granted.");
                            }
                        })
                        .chain(() -> requests.answer(
                                session, id, KeyRequests.REFUSED, caller.name(), clock.instant(), reason, null))
                        .chain(() -> requests.find(session, localParty, id, clock.instant()))
                        .map(KeyRequests.Kept::request),
                refused -> null);
    }

    private Uni<Planned> plan(
            Mutiny.StatelessSession session,
            Caller caller,
            String localParty,
            UUID id,
            String reason,
            Lease lease,
            Standing standing) {
        return grantable(session, caller, localParty, id)
                .invoke(() -> {
                    if (!standing.membership().isOf(localParty)) {
                        throw ProblemType.STATE_CONFLICT.because(
                                "The account is no longer a member of the local party.");
                    }
                    MembershipChanges.refuseWider(standing);
                })
                .chain(kept -> changes.planKey(
                        session,
                        lease,
                        standing,
                        localParty,
                        true,
                        new Authority(caller.name(), kept.request().requestedBy(), reason)))
                .call(planned -> requests.answer(
                        session, id, KeyRequests.GRANTED, caller.name(), clock.instant(), reason, planned.first()));
    }

    /** An open request that the caller may grant. */
    private Uni<KeyRequests.Kept> grantable(
            Mutiny.StatelessSession session, Caller caller, String localParty, UUID id) {
        return open(session, localParty, id).invoke(kept -> {
            if (kept.accountId().equals(caller.subject())
                    || kept.request().account().equalsIgnoreCase(caller.name())) {
                throw ProblemType.SECOND_PERSON_REQUIRED.because(
                        "You cannot grant the key to yourself. Ask another organiser of the local party, its region or headquarters.");
            }
            if (kept.request().requestedBy().equalsIgnoreCase(caller.name())) {
                throw ProblemType.SECOND_PERSON_REQUIRED.because(
                        "You asked for this key, so somebody else has to grant it: another organiser of the local party, its region or headquarters.");
            }
        });
    }

    private Uni<KeyRequests.Kept> open(Mutiny.StatelessSession session, String localParty, UUID id) {
        return requests.find(session, localParty, id, clock.instant()).invoke(kept -> {
            if (kept == null) {
                throw ProblemType.NOT_FOUND.because("The local party has no key request of this id.");
            }
            if (!kept.state().equals(AnswerPeriod.OPEN)) {
                throw ProblemType.STATE_CONFLICT
                        .because("The request is %s, and no longer open.".formatted(kept.state()))
                        .with("state", kept.state());
            }
        });
    }

    private Account memberWithoutKey(String localParty, AccountName name) {
        Account member = accounts.memberOf(localParty, name).orElseThrow(KeyRequestService::noSuchMember);
        if (accounts.holdsKey(member.id())) {
            throw ProblemType.STATE_CONFLICT.because("This member holds the key already.");
        }
        return member;
    }

    private static Problem noSuchMember() {
        return ProblemType.NOT_FOUND.because("The local party has no member of this name for whom you may ask.");
    }
}
