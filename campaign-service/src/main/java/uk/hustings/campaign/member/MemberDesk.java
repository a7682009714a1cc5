package uk.hustings.campaign.member;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.access.AccessDesk;
import uk.hustings.campaign.access.Tombstones;
import uk.hustings.campaign.localparty.LocalParties;
import uk.hustings.campaign.member.Accounts.Standing;
import uk.hustings.campaign.member.domain.Membership;
import uk.hustings.campaign.member.domain.Membership.Change;
import uk.hustings.campaign.rolesync.KeycloakFailure;

/**
 * Changes who belongs to a local party. Each change is recorded first, then done in Keycloak, then confirmed. Who is
 * removed is shut out by a tombstone before Keycloak hears of it; who is added is let in after. All of it can be sent
 * again.
 */
@ApplicationScoped
class MemberDesk {

    /** A slow Keycloak keeps these busy and nobody else. */
    private static final int WORKERS = 4;

    private final Accounts accounts;
    private final MembershipRecord record;
    private final Tombstones tombstones;
    private final AccessDesk access;
    private final LocalParties parties;
    private final Mutiny.SessionFactory sessions;
    private final DomainClock clock;
    private final WorkerExecutor workers;

    MemberDesk(
            Accounts accounts,
            MembershipRecord record,
            Tombstones tombstones,
            AccessDesk access,
            LocalParties parties,
            Mutiny.SessionFactory sessions,
            DomainClock clock,
            Vertx vertx) {
        this.accounts = accounts;
        this.record = record;
        this.tombstones = tombstones;
        this.access = access;
        this.parties = parties;
        this.sessions = sessions;
        this.clock = clock;
        this.workers = vertx.createSharedWorkerExecutor("accounts", WORKERS);
    }

    @PreDestroy
    void stop() {
        workers.close();
    }

    /** Everybody in a local party, by the name under which they log in. */
    Uni<List<Member>> list(String localParty) {
        return inKeycloak(() -> accounts.membersOf(localParty), "Try again in a moment.");
    }

    /** @throws Problem NOT_FOUND if the account is none of the local party's */
    Uni<Member> get(String localParty, String username) {
        return standing(username)
                .map(found -> found.filter(standing -> standing.membership().isOf(localParty))
                        .map(standing -> Member.of(
                                standing.account(), standing.membership().keyHolder()))
                        .orElseThrow(MemberDesk::noSuchMember));
    }

    /**
     * @param mayKnow whether the caller may be told of another local party that the account is its member
     * @throws Problem NOT_FOUND if nobody logs in under this name, SECOND_LOCAL_PARTY, ACCOUNTS_UNAVAILABLE
     */
    Uni<Member> put(
            Caller caller, String localParty, String username, MembershipOrder order, Predicate<String> mayKnow) {
        return standing(username).chain(found -> {
            Standing standing = found.orElseThrow(() ->
                    ProblemType.NOT_FOUND.because("Nobody logs in under this name; accounts are made in Keycloak."));
            refuseSecond(standing.membership(), localParty, mayKnow);
            String id = standing.account().id();
            return sessions.withStatelessTransaction(session -> tombstones
                            .shutsOut(session, localParty, id)
                            .map(shutOut -> standing.membership().toJoin(localParty, shutOut, order.keyHolder()))
                            .chain(changes -> record.write(
                                            session,
                                            localParty,
                                            id,
                                            changes,
                                            caller.name(),
                                            clock.instant(),
                                            order.reason())
                                    .map(ids -> new Planned(changes, ids))))
                    .call(planned -> inKeycloak(
                            () -> join(standing, localParty, planned.changes(), mayKnow),
                            "Send it again in a moment; what was done so far is done again safely."))
                    .call(planned -> sessions.withStatelessTransaction(
                            session -> record.confirm(session, planned.ids(), clock.instant())
                                    .chain(() -> tombstones.digOutMember(session, localParty, id))))
                    .call(access::announce)
                    .map(planned -> Member.of(standing.account(), holdsKeys(standing.membership(), planned.changes())));
        });
    }

    /** @throws Problem NOT_FOUND if the account is none of the local party's, ACCOUNTS_UNAVAILABLE */
    Uni<Void> remove(Caller caller, String localParty, String username, String reason) {
        return standing(username).chain(found -> {
            Standing standing = found.filter(account -> account.membership().isOf(localParty))
                    .orElseThrow(MemberDesk::noSuchMember);
            String id = standing.account().id();
            return sessions.withStatelessTransaction(session -> record.write(
                                    session,
                                    localParty,
                                    id,
                                    List.of(Change.REMOVED),
                                    caller.name(),
                                    clock.instant(),
                                    reason)
                            .call(() -> tombstones.buryMember(session, localParty, id, reason)))
                    .call(access::announce)
                    .call(ids -> inKeycloak(
                            () -> {
                                accounts.takeKeys(id);
                                accounts.leave(id, localParty);
                                return true;
                            },
                            "The account is shut out already; send it again, so that Keycloak hears of it."))
                    .chain(ids ->
                            sessions.withStatelessTransaction(session -> record.confirm(session, ids, clock.instant())
                                    .chain(() -> tombstones.memberIsTold(session, localParty, id))));
        });
    }

    /** What was written down, and under which ids. */
    private record Planned(List<Change> changes, List<UUID> ids) {}

    private boolean join(Standing standing, String localParty, List<Change> changes, Predicate<String> mayKnow) {
        String id = standing.account().id();
        if (changes.contains(Change.NO_KEY_HOLDER)) {
            accounts.takeKeys(id);
        }
        if (changes.contains(Change.ADDED)) {
            standing.membership().remains(localParty, this::exists).forEach(gone -> accounts.leave(id, gone));
            accounts.join(id, localParty);
            // Two who add the same account at once to two local parties both see it in none: look again.
            Membership now = accounts.membershipOf(id);
            if (!now.elsewhere(localParty, this::exists).isEmpty()) {
                accounts.leave(id, localParty);
                refuseSecond(now, localParty, mayKnow);
            }
        }
        if (changes.contains(Change.KEY_HOLDER)) {
            accounts.giveKeys(id);
        }
        return true;
    }

    private void refuseSecond(Membership membership, String localParty, Predicate<String> mayKnow) {
        List<String> others = membership.elsewhere(localParty, this::exists);
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

    private static boolean holdsKeys(Membership before, List<Change> changes) {
        return changes.contains(Change.KEY_HOLDER) || before.keyHolder() && !changes.contains(Change.NO_KEY_HOLDER);
    }

    private Uni<Optional<Standing>> standing(String username) {
        return inKeycloak(() -> accounts.find(username), "Nothing was changed. Try again in a moment.");
    }

    private <T> Uni<T> inKeycloak(Callable<T> work, String advice) {
        return Uni.createFrom()
                .completionStage(() -> workers.executeBlocking(work, false).toCompletionStage())
                .onFailure(KeycloakFailure.class)
                .transform(failure -> ProblemType.ACCOUNTS_UNAVAILABLE.because(failure.getMessage() + ". " + advice));
    }

    private static Problem noSuchMember() {
        return ProblemType.NOT_FOUND.because("The local party has no member of this name.");
    }
}
