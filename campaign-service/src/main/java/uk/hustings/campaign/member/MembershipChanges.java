package uk.hustings.campaign.member;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.access.Tombstones;
import uk.hustings.campaign.localparty.LocalParties;
import uk.hustings.campaign.member.Accounts.Standing;
import uk.hustings.campaign.member.MembershipLeases.Lease;
import uk.hustings.campaign.member.MembershipRecord.Authority;
import uk.hustings.campaign.member.domain.Membership.Change;
import uk.hustings.campaign.rolesync.KeycloakFailure;

/**
 * The steps of every change of a membership: while a lease on the account is held, it is read in Keycloak, judged and
 * recorded in one transaction, made in Keycloak, and confirmed in another. Each can be sent again.
 */
@ApplicationScoped
class MembershipChanges {

    /** A slow Keycloak keeps these busy and nobody else. */
    private static final int WORKERS = 4;

    private final Accounts accounts;
    private final MembershipLeases leases;
    private final MembershipRecord record;
    private final Tombstones tombstones;
    private final LocalParties parties;
    private final DomainClock clock;
    private final WorkerExecutor workers;

    MembershipChanges(
            Accounts accounts,
            MembershipLeases leases,
            MembershipRecord record,
            Tombstones tombstones,
            LocalParties parties,
            DomainClock clock,
            Vertx vertx) {
        this.accounts = accounts;
        this.leases = leases;
        this.record = record;
        this.tombstones = tombstones;
        this.parties = parties;
        this.clock = clock;
        this.workers = vertx.createSharedWorkerExecutor("accounts", WORKERS);
    }

    @PreDestroy
    void stop() {
        workers.close();
    }

    /**
     * A change that is recorded and has yet to be made in Keycloak.
     *
     * @param ids of the records, in the order of the changes
     */
    record Planned(Standing standing, String localParty, List<Change> changes, List<UUID> ids) {

        /** The first record; null if nothing has to change. */
        UUID first() {
            return ids.isEmpty() ? null : ids.get(0);
        }

        boolean holdsKeyAfterwards() {
            return changes.contains(Change.KEY_HOLDER)
                    || standing.membership().keyHolder() && !changes.contains(Change.NO_KEY_HOLDER);
        }
    }

    /**
     * Gives the work what Keycloak knows of the account, while nobody else changes its membership.
     *
     * @throws Problem NOT_FOUND if there is no such account, ACCOUNTS_UNAVAILABLE
     */
    <T> Uni<T> alone(String accountId, BiFunction<Lease, Standing, Uni<T>> work) {
        return leases.whileHeld(accountId, lease -> inKeycloak(
                        () -> accounts.standing(accountId), "Nothing was changed. Try again in a moment.")
                .chain(found -> work.apply(
                        lease, found.orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no such account.")))));
    }

    /**
     * Records that the account becomes a member.
     *
     * @param mayKnow whether the caller may learn of which other local party the account is a member
     * @param withoutKey whether a key that it holds as a member already is taken away
     * @throws Problem WIDER_ROLES, SECOND_LOCAL_PARTY
     */
    Uni<Planned> planJoin(
            Mutiny.StatelessSession session,
            Lease lease,
            Standing standing,
            String localParty,
            boolean withoutKey,
            Authority authority,
            java.util.function.Predicate<String> mayKnow) {
        refuseWider(standing);
        refuseSecond(standing, localParty, mayKnow);
        return lease.keep(session)
                .chain(() -> tombstones.shutsOut(session, localParty, lease.accountId()))
                .chain(shutOut -> write(
                        session,
                        standing,
                        localParty,
                        standing.membership().toJoin(localParty, shutOut, withoutKey),
                        authority));
    }

    /** Records that the account leaves, and shuts it out at once. */
    Uni<Planned> planLeave(
            Mutiny.StatelessSession session, Lease lease, Standing standing, String localParty, Authority authority) {
        return lease.keep(session)
                .chain(() -> write(
                        session, standing, localParty, standing.membership().toLeave(), authority))
                .call(() -> tombstones.buryMember(session, localParty, lease.accountId(), authority.reason()));
    }

    /** Records that a member is given the key, or that it is taken away; nothing if that is so already. */
    Uni<Planned> planKey(
            Mutiny.StatelessSession session,
            Lease lease,
            Standing standing,
            String localParty,
            boolean holds,
            Authority authority) {
        List<Change> changes = standing.membership().keyHolder() == holds
                ? List.of()
                : List.of(holds ? Change.KEY_HOLDER : Change.NO_KEY_HOLDER);
        return lease.keep(session).chain(() -> write(session, standing, localParty, changes, authority));
    }

    /** Makes in Keycloak what was recorded. What is taken away goes first. */
    Uni<Void> carryOut(Planned planned) {
        String advice = planned.changes().contains(Change.REMOVED)
                ? "The account is shut out already; send it again, so that Keycloak knows of it."
                : "Send it again in a moment; what was done so far is done again safely.";
        return inKeycloak(() -> makeIn(planned), advice).replaceWithVoid();
    }

    /** Keycloak has made the change: an account that joined is let in, one that left is shut out for a token's life. */
    Uni<Void> confirm(Mutiny.StatelessSession session, Planned planned) {
        String account = planned.standing().account().id();
        return record.confirm(session, planned.ids(), clock.instant()).chain(() -> {
            if (planned.changes().contains(Change.REMOVED)) {
                return tombstones.memberIsTold(session, planned.localParty(), account);
            }
            return planned.changes().contains(Change.ADDED)
                    ? tombstones.digOutMember(session, planned.localParty(), account)
                    : Uni.createFrom().voidItem();
        });
    }

    /** Asks Keycloak on a worker. */
    <T> Uni<T> inKeycloak(Callable<T> work, String advice) {
        return Uni.createFrom()
                .completionStage(() -> workers.executeBlocking(work, false).toCompletionStage())
                .onFailure(KeycloakFailure.class)
                .transform(failure -> ProblemType.ACCOUNTS_UNAVAILABLE.because(failure.getMessage() + ". " + advice));
    }

    private Uni<Planned> write(
            Mutiny.StatelessSession session,
            Standing standing,
            String localParty,
            List<Change> changes,
            Authority authority) {
        return record.write(session, localParty, standing.account().id(), changes, authority, clock.instant())
                .map(ids -> new Planned(standing, localParty, changes, ids));
    }

    private boolean makeIn(Planned planned) {
        String account = planned.standing().account().id();
        if (planned.changes().contains(Change.NO_KEY_HOLDER)) {
            accounts.takeKey(account);
        }
        if (planned.changes().contains(Change.REMOVED)) {
            accounts.leave(account, planned.localParty());
        }
        if (planned.changes().contains(Change.ADDED)) {
            planned.standing()
                    .membership()
                    .remains(planned.localParty(), this::exists)
                    .forEach(gone -> accounts.leave(account, gone));
            accounts.join(account, planned.localParty());
        }
        if (planned.changes().contains(Change.KEY_HOLDER)) {
            accounts.giveKey(account);
        }
        return true;
    }

    /** @throws Problem WIDER_ROLES if the account reaches beyond a local party */
    static void refuseWider(Standing standing) {
        if (!standing.widerRoles().isEmpty()) {
            throw ProblemType.WIDER_ROLES.because(
                    "The account has wider roles (%s). Use a second account for the work in a local party."
                            .formatted(String.join(", ", standing.widerRoles())));
        }
    }

    private void refuseSecond(Standing standing, String localParty, java.util.function.Predicate<String> mayKnow) {
        List<String> others = standing.membership().elsewhere(localParty, this::exists);
        if (others.isEmpty()) {
            return;
        }
        Problem refusal = ProblemType.SECOND_LOCAL_PARTY.because(
                "An account belongs to one local party. Have it removed from the other one first.");
        throw mayKnow.test(others.get(0)) ? refusal.with("localParty", others.get(0)) : refusal;
    }

    /** A local party that has no seat any more was merged or has retired: it holds nobody back. */
    private boolean exists(String localParty) {
        return parties.find(localParty)
                .filter(party -> !party.seatCodes().isEmpty())
                .isPresent();
    }
}
