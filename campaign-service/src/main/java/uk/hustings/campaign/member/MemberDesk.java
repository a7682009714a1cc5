package uk.hustings.campaign.member;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.access.AccessDesk;
import uk.hustings.campaign.member.Accounts.Account;
import uk.hustings.campaign.member.Accounts.Standing;
import uk.hustings.campaign.member.MembershipChanges.Planned;
import uk.hustings.campaign.member.MembershipLeases.Lease;
import uk.hustings.campaign.member.MembershipRecord.Authority;

/**
 * Who belongs to a local party. Headquarters adds at once; everybody whom a caller may remove, it removes at once; and
 * anybody may leave or give up the key.
 */
@ApplicationScoped
class MemberDesk {

    private static final String UNCHANGED = "Nothing was changed. Try again in a moment.";

    private final Accounts accounts;
    private final MembershipChanges changes;
    private final Invitations invitations;
    private final KeyRequests keyRequests;
    private final AccessDesk access;
    private final Mutiny.SessionFactory sessions;
    private final DomainClock clock;

    MemberDesk(
            Accounts accounts,
            MembershipChanges changes,
            Invitations invitations,
            KeyRequests keyRequests,
            AccessDesk access,
            Mutiny.SessionFactory sessions,
            DomainClock clock) {
        this.accounts = accounts;
        this.changes = changes;
        this.invitations = invitations;
        this.keyRequests = keyRequests;
        this.access = access;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Everybody in a local party and every name that is invited, by name. */
    Uni<List<Member>> list(String localParty) {
        return changes.inKeycloak(() -> accounts.membersOf(localParty), "Try again in a moment.")
                .chain(members -> sessions.withStatelessSession(
                                session -> invitations.shownToInviter(session, localParty, clock.instant()))
                        .map(invited -> {
                            List<Member> all = new ArrayList<>(members);
                            invited.stream().map(Member::invited).forEach(all::add);
                            all.sort(Comparator.comparing(Member::account).thenComparing(Member::status));
                            return all;
                        }));
    }

    /** @throws Problem NOT_FOUND if the local party has no such member */
    Uni<Member> get(String localParty, AccountName name) {
        return member(localParty, name)
                .chain(account -> changes.inKeycloak(() -> accounts.holdsKey(account.id()), UNCHANGED)
                        .map(keyHolder -> Member.of(account, keyHolder)));
    }

    /**
     * Makes an account a member at once.
     *
     * @param withoutKey whether a key that it holds as a member already is taken away
     * @param mayKnow whether the caller may learn of which other local party the account is a member
     * @throws Problem SECOND_PERSON_REQUIRED, NOT_FOUND if nobody logs in under this name, WIDER_ROLES,
     *     SECOND_LOCAL_PARTY, ACCOUNTS_UNAVAILABLE
     */
    Uni<Member> add(
            Caller caller,
            String localParty,
            AccountName name,
            String reason,
            boolean withoutKey,
            Predicate<String> mayKnow) {
        Authority authority = new Authority(caller.name(), null, reason);
        return changes.inKeycloak(() -> accounts.find(name), UNCHANGED).chain(found -> {
            Account account = found.orElseThrow(() ->
                    ProblemType.NOT_FOUND.because("Nobody logs in under this name; accounts are made in Keycloak."));
            if (account.id().equals(caller.subject())) {
                throw addsOneself();
            }
            return changes.alone(account.id(), (lease, standing) -> sessions.withStatelessTransaction(session ->
                            changes.planJoin(session, lease, standing, localParty, withoutKey, authority, mayKnow))
                    .call(this::finish)
                    .map(planned -> Member.of(account, planned.holdsKeyAfterwards())));
        });
    }

    /** @throws Problem NOT_FOUND if the local party has no such member, ACCOUNTS_UNAVAILABLE */
    Uni<Void> remove(Caller caller, String localParty, AccountName name, String reason) {
        Authority authority = new Authority(caller.name(), null, reason);
        return member(localParty, name)
                .chain(account -> changes.alone(
                        account.id(), (lease, standing) -> leave(lease, standing, localParty, authority)));
    }

    /** @throws Problem NOT_FOUND if the local party has no such member, ACCOUNTS_UNAVAILABLE */
    Uni<Void> takeKey(Caller caller, String localParty, AccountName name, String reason) {
        Authority authority = new Authority(caller.name(), null, reason);
        return member(localParty, name)
                .chain(account -> changes.alone(
                        account.id(), (lease, standing) -> takeKey(lease, standing, localParty, authority)));
    }

    /** @throws Problem NOT_FOUND if the caller belongs to no local party, ACCOUNTS_UNAVAILABLE */
    Uni<Void> leaveOwn(Caller caller, String reason) {
        Authority authority = new Authority(caller.name(), null, reason);
        return changes.alone(
                caller.subject(), (lease, standing) -> leave(lease, standing, ownLocalParty(standing), authority));
    }

    /** @throws Problem NOT_FOUND if the caller belongs to no local party, ACCOUNTS_UNAVAILABLE */
    Uni<Void> giveUpOwnKey(Caller caller, String reason) {
        Authority authority = new Authority(caller.name(), null, reason);
        return changes.alone(
                caller.subject(), (lease, standing) -> takeKey(lease, standing, ownLocalParty(standing), authority));
    }

    static Problem addsOneself() {
        return ProblemType.SECOND_PERSON_REQUIRED.because(
                "You cannot add yourself to a local party. Ask another regional or national organiser.");
    }

    private Uni<Void> leave(Lease lease, Standing standing, String localParty, Authority authority) {
        requireMember(standing, localParty);
        AccountName name = AccountName.of(standing.account().username());
        return sessions.withStatelessTransaction(session -> changes.planLeave(
                                session, lease, standing, localParty, authority)
                        .call(() -> invitations.withdrawAll(session, localParty, name, authority.by(), clock.instant()))
                        .call(() -> keyRequests.withdrawAll(
                                session, localParty, lease.accountId(), authority.by(), clock.instant())))
                .call(access::announce)
                .call(this::finish)
                .replaceWithVoid();
    }

    private Uni<Void> takeKey(Lease lease, Standing standing, String localParty, Authority authority) {
        requireMember(standing, localParty);
        return sessions.withStatelessTransaction(
                        session -> changes.planKey(session, lease, standing, localParty, false, authority))
                .call(this::finish)
                .replaceWithVoid();
    }

    private Uni<Void> finish(Planned planned) {
        return changes.carryOut(planned)
                .chain(() -> sessions.withStatelessTransaction(session -> changes.confirm(session, planned)))
                .call(access::announce);
    }

    private Uni<Account> member(String localParty, AccountName name) {
        return changes.inKeycloak(() -> accounts.memberOf(localParty, name), UNCHANGED)
                .map(found -> found.orElseThrow(MemberDesk::noSuchMember));
    }

    private static String ownLocalParty(Standing standing) {
        return standing.membership().localParties().stream()
                .findFirst()
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("You belong to no local party."));
    }

    private static void requireMember(Standing standing, String localParty) {
        if (!standing.membership().isOf(localParty)) {
            throw noSuchMember();
        }
    }

    private static Problem noSuchMember() {
        return ProblemType.NOT_FOUND.because("The local party has no member of this name.");
    }
}
