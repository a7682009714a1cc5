package uk.hustings.campaign.member;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import uk.hustings.api.id.Ids;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.sql.Sql;
import uk.hustings.campaign.duty.Duty;

/**
 * Lets one request at a time change the membership of an account. Memberships are kept in Keycloak, which knows no
 * transactions; a transaction of ours that waited for Keycloak would hold a connection for as long. So a row is held
 * instead, in real time, and every transaction that follows asks whether it is held still (ADR 0020).
 */
@ApplicationScoped
class MembershipLeases implements Duty {

    private static final Logger LOG = Logger.getLogger(MembershipLeases.class);

    /** Longer than all calls to Keycloak that a change needs, if each is answered at the last moment. */
    private static final String LENGTH = "3 minutes";

    private static final int TRIES = 30;
    private static final long BETWEEN_TRIES_MILLIS = 100;

    private final Mutiny.SessionFactory sessions;
    private final Vertx vertx;

    MembershipLeases(Mutiny.SessionFactory sessions, Vertx vertx) {
        this.sessions = sessions;
        this.vertx = vertx;
    }

    /** What a request holds. */
    record Lease(String accountId, UUID holder) {

        /**
         * Holds it until the transaction ends.
         *
         * @throws Problem ACCOUNTS_UNAVAILABLE if it has run out
         */
        Uni<Void> keep(Mutiny.StatelessSession session) {
            return Sql.rows(session, """
                            select 1 from membership_lease
                            where lease_key = hashtextextended($1, 0) and holder = $2 and ends_at > now() for update
                            """, accountId, holder)
                    .invoke(rows -> {
                        if (rows.isEmpty()) {
                            throw ProblemType.ACCOUNTS_UNAVAILABLE.because("This took too long. Send it again.");
                        }
                    })
                    .replaceWithVoid();
        }
    }

    /**
     * Does the work while nobody else changes the account's membership.
     *
     * @throws Problem ACCOUNTS_UNAVAILABLE if somebody else does for longer than three seconds
     */
    <T> Uni<T> whileHeld(String accountId, Function<Lease, Uni<T>> work) {
        Lease lease = new Lease(accountId, Ids.next());
        // A caller who disconnects must not leave the work half done.
        return take(lease, TRIES)
                .chain(() -> work.apply(lease).eventually(() -> release(lease)))
                .memoize()
                .indefinitely();
    }

    private Uni<Void> take(Lease lease, int tries) {
        return sessions.withStatelessTransaction(
                        session -> Sql.change(session, """
                        insert into membership_lease (lease_key, holder, ends_at)
                        values (hashtextextended($1, 0), $2, now() + interval '%s')
                        on conflict (lease_key) do update set holder = excluded.holder, ends_at = excluded.ends_at
                        where membership_lease.ends_at <= now()
                        """.formatted(LENGTH), lease.accountId(), lease.holder()))
                .chain(taken -> {
                    if (taken > 0) {
                        return Uni.createFrom().voidItem();
                    }
                    if (tries <= 1) {
                        throw ProblemType.ACCOUNTS_UNAVAILABLE.because(
                                "Another change of this account's membership is being made. Send it again in a moment.");
                    }
                    return pause().chain(() -> take(lease, tries - 1));
                });
    }

    private Uni<Void> pause() {
        return Uni.createFrom()
                .emitter(waiting -> vertx.setTimer(BETWEEN_TRIES_MILLIS, timer -> waiting.complete(null)));
    }

    private Uni<Void> release(Lease lease) {
        return sessions.withStatelessTransaction(session ->
                        Sql.change(session, "delete from membership_lease where holder = $1", lease.holder()))
                .onFailure()
                .invoke(failure -> LOG.warnf("A membership lease stays until it runs out: %s", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    /** Takes away what holders left that crashed. */
    @Override
    public Uni<Void> perform(Mutiny.StatelessSession session, java.time.Instant now) {
        return Sql.change(session, "delete from membership_lease where ends_at <= now()")
                .replaceWithVoid();
    }
}
