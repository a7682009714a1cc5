package uk.hustings.polls.evidence;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.limit.WriteQueue;
import uk.hustings.api.time.DomainClock;
import uk.hustings.polls.evidence.domain.EvidenceBook;
import uk.hustings.polls.poll.domain.RecordedPoll;

/**
 * Lets changes of the evidence in one after the other. Each is decided on the newest evidence, in one transaction, and
 * told to every replica; whoever made it reads it at once.
 */
@ApplicationScoped
public class EvidenceGate {

    private final KeptReplies replies;
    private final CurrentEvidence evidence;
    private final Mutiny.SessionFactory sessions;
    private final WriteQueue writes;
    private final DomainClock clock;
    private final Vertx vertx;

    EvidenceGate(
            KeptReplies replies,
            CurrentEvidence evidence,
            Mutiny.SessionFactory sessions,
            WriteQueue writes,
            DomainClock clock,
            Vertx vertx) {
        this.replies = replies;
        this.evidence = evidence;
        this.sessions = sessions;
        this.writes = writes;
        this.clock = clock;
        this.vertx = vertx;
    }

    /** A change, in a transaction that no other change runs beside. */
    public interface Work<T> {

        /**
         * Decides on the evidence and writes.
         *
         * @param newest all evidence there is
         * @param version what every row that is new or changed has to bear
         * @param now domain time, read when no other change could run any more
         */
        Uni<Outcome<T>> on(StatelessSession session, EvidenceBook newest, long version, Instant now);
    }

    /**
     * What a change came to.
     *
     * @param changed whether anything was written
     * @param publicly whether everybody may notice what was written
     * @param polls those that stand otherwise now, if these are all that changed; null to have what changed read again
     */
    public record Outcome<T>(T result, boolean changed, boolean publicly, List<RecordedPoll> polls) {

        /** Something else than polls was written. */
        public Outcome(T result, boolean changed, boolean publicly) {
            this(result, changed, publicly, null);
        }

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
        return onNewest(written -> replies.once(status, session -> guarded(session, work, written), location)
                .invoke(reply -> {
                    if (reply.replayed()) {
                        // Another replica did the work; what was done here is rolled back.
                        written.set(null);
                    }
                }));
    }

    /** Any other change. */
    public <T> Uni<T> change(Work<T> work) {
        return onNewest(written ->
                writes.run(() -> sessions.withStatelessTransaction(session -> guarded(session, work, written))));
    }

    private <R> Uni<R> onNewest(Function<AtomicReference<EvidenceBook>, Uni<R>> transaction) {
        Context eventLoop = vertx.getOrCreateContext();
        AtomicReference<EvidenceBook> written = new AtomicReference<>();
        return transaction
                .apply(written)
                // What was written stands, whether or not it can be read again at once.
                .call(done -> readAgain(written.get()).onFailure().recoverWithNull())
                .onFailure(Overtaken.class)
                .recoverWithUni(() -> evidence.refresh()
                        .emitOn(task -> eventLoop.runOnContext(run -> task.run()))
                        .chain(() -> onNewest(transaction)));
    }

    private Uni<EvidenceBook> readAgain(EvidenceBook written) {
        return written == null ? evidence.refresh() : evidence.refresh(written);
    }

    private <T> Uni<T> guarded(StatelessSession session, Work<T> work, AtomicReference<EvidenceBook> written) {
        return session.createNativeQuery("select version from evidence_version for update", Long.class)
                .getSingleResult()
                .chain(version -> {
                    EvidenceBook newest = evidence.get();
                    return newest.version() == version
                            ? work.on(session, newest, version + 1, clock.instant())
                                    .call(outcome -> outcome.changed()
                                            ? announce(session, outcome.publicly())
                                            : Uni.createFrom().voidItem())
                                    .invoke(outcome -> written.set(after(newest, outcome)))
                            : Uni.createFrom().failure(new Overtaken());
                })
                .map(Outcome::result);
    }

    /** The evidence once this is committed; null if it has to be read. */
    private static EvidenceBook after(EvidenceBook before, Outcome<?> outcome) {
        return outcome.changed() && outcome.polls() != null
                ? before.with(
                        before.version() + 1, before.publicVersion() + (outcome.publicly() ? 1 : 0), outcome.polls())
                : null;
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
