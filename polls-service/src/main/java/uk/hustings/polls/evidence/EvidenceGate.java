package uk.hustings.polls.evidence;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.polls.evidence.domain.EvidenceBook;

/**
 * Lets changes of the evidence in one after the other. Each is decided on the newest evidence, in one transaction, and
 * told to every replica; whoever made it reads it at once.
 */
@ApplicationScoped
public class EvidenceGate {

    private final KeptReplies replies;
    private final CurrentEvidence evidence;
    private final Mutiny.SessionFactory sessions;
    private final Vertx vertx;

    EvidenceGate(KeptReplies replies, CurrentEvidence evidence, Mutiny.SessionFactory sessions, Vertx vertx) {
        this.replies = replies;
        this.evidence = evidence;
        this.sessions = sessions;
        this.vertx = vertx;
    }

    /** A change, in a transaction that no other change runs beside. */
    public interface Work<T> {

        /**
         * Decides on the evidence and writes.
         *
         * @param newest all evidence there is
         * @param version what every row that is new or changed has to bear
         */
        Uni<Outcome<T>> on(StatelessSession session, EvidenceBook newest, long version);
    }

    /**
     * What a change came to.
     *
     * @param changed whether anything was written
     * @param publicly whether everybody may notice what was written
     */
    public record Outcome<T>(T result, boolean changed, boolean publicly) {

        public static <T> Outcome<T> nothing(T result) {
            return new Outcome<>(result, false, false);
        }
    }

    /** Somebody else's change came first: the evidence decided on was not the newest. */
    private static final class Overtaken extends RuntimeException {

        Overtaken() {
            super("overtaken", null, false, false);
        }
    }

    /** A change that is made by an {@link uk.hustings.api.idempotency.Idempotent} operation, and answers with its result. */
    public <T> Uni<Reply> once(int status, Work<T> work, Function<T, URI> location) {
        return onNewest(() -> replies.once(status, session -> guarded(session, work), location));
    }

    /** Any other change. */
    public <T> Uni<T> change(Work<T> work) {
        // A caller who hangs up must not roll back what is about to commit: the work goes on without a listener.
        return onNewest(() -> sessions.withStatelessTransaction(session -> guarded(session, work))
                .memoize()
                .indefinitely());
    }

    private <R> Uni<R> onNewest(Supplier<Uni<R>> transaction) {
        Context eventLoop = vertx.getOrCreateContext();
        return transaction
                .get()
                .onFailure(Overtaken.class)
                .recoverWithUni(() -> evidence.refresh()
                        .emitOn(task -> eventLoop.runOnContext(run -> task.run()))
                        .chain(() -> onNewest(transaction)))
                // What was written stands, whether or not it can be read again at once.
                .call(done -> evidence.refresh().onFailure().recoverWithNull());
    }

    private <T> Uni<T> guarded(StatelessSession session, Work<T> work) {
        return session.createNativeQuery("select version from evidence_version for update", Long.class)
                .getSingleResult()
                .chain(version -> {
                    EvidenceBook newest = evidence.get();
                    return newest.version() == version
                            ? work.on(session, newest, version + 1)
                            : Uni.createFrom().failure(new Overtaken());
                })
                .call(outcome -> outcome.changed()
                        ? announce(session, outcome.publicly())
                        : Uni.createFrom().voidItem())
                .map(Outcome::result);
    }

    private static Uni<Void> announce(StatelessSession session, boolean publicly) {
        return session.createNativeQuery("""
                        with changed as (
                            update evidence_version
                            set version = version + 1, public_version = public_version + :publicly
                            returning version)
                        select cast(pg_notify('%s', cast(version as text)) as text) from changed
                        """.formatted(CurrentEvidence.CHANNEL), String.class)
                .setParameter("publicly", publicly ? 1 : 0)
                .getSingleResult()
                .replaceWithVoid();
    }
}
