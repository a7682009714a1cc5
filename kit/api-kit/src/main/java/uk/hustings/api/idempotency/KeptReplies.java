package uk.hustings.api.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.sql.Sql;

/** Does the work of an {@link Idempotent} operation once and keeps its answer. */
@ApplicationScoped
public class KeptReplies {

    static final String REQUEST = KeyedRequest.class.getName();

    /** Replies older than this may be purged: a key is good for at least a day. */
    private static final String PURGE_AGE = "48 hours";

    private final Mutiny.SessionFactory sessions;
    private final Pool pool;
    private final ObjectMapper json;
    private final RoutingContext context;

    KeptReplies(Mutiny.SessionFactory sessions, Pool pool, ObjectMapper json, RoutingContext context) {
        this.sessions = sessions;
        this.pool = pool;
        this.json = json;
        this.context = context;
    }

    /**
     * Runs {@code work} in one transaction that also keeps its answer.
     *
     * @param status of the answer when it succeeds, for example 201
     * @param work what to do; whatever it fails with rolls everything back and is not kept
     * @param location path of what was made; may give null
     * @return the answer of the work, or the one that another replica kept in the meantime
     */
    public <T> Uni<Reply> once(int status, Function<Mutiny.StatelessSession, Uni<T>> work, Function<T, URI> location) {
        KeyedRequest request = context.get(REQUEST);
        // A caller who hangs up must not roll back what is about to commit: the work goes on without a listener.
        AtomicBoolean claimed = new AtomicBoolean();
        return sessions.withStatelessTransaction(session -> claim(session, request)
                        .invoke(() -> claimed.set(true))
                        .chain(() -> work.apply(session))
                        .map(done -> reply(status, location.apply(done), done))
                        .call(reply -> keep(session, request, reply)))
                .onFailure()
                .recoverWithUni(failure -> claimed.get()
                        ? keptMeanwhile(request, failure)
                        : Uni.createFrom().failure(failure))
                .memoize()
                .indefinitely();
    }

    /** No answer was kept when the request came in; since then another replica may have worked on the same key. */
    private Uni<Reply> keptMeanwhile(KeyedRequest request, Throwable failure) {
        return find(request)
                .onFailure(gone -> !(gone instanceof Problem))
                .recoverWithNull()
                .onItem()
                .ifNull()
                .failWith(failure);
    }

    /** The answer kept for this request, or null. */
    Uni<Reply> find(KeyedRequest request) {
        return pool.preparedQuery("""
                        select body_digest, status, location, body from kept_reply
                        where caller = $1 and route = $2 and idempotency_key = $3
                        """)
                .execute(Tuple.of(request.caller(), request.route(), request.key()))
                .map(rows -> rows.size() == 0 ? null : replay(rows.iterator().next(), request));
    }

    /** Forgets old answers. */
    @Scheduled(every = "1h", delayed = "10m")
    public Uni<Void> purge() {
        return sessions.withStatelessTransaction(session -> session.createNativeQuery(
                        "delete from kept_reply where kept_at < now() - interval '" + PURGE_AGE + "'")
                .executeUpdate()
                .replaceWithVoid());
    }

    private Uni<Void> claim(Mutiny.StatelessSession session, KeyedRequest request) {
        return Sql.rows(session, "select pg_try_advisory_xact_lock($1)", request.lockNumber())
                .invoke(claimed -> {
                    if (!(Boolean) claimed.get(0)[0]) {
                        throw ProblemType.IDEMPOTENCY_KEY_IN_FLIGHT.because("Send it again in a moment.");
                    }
                })
                .replaceWithVoid();
    }

    private static Reply replay(Row kept, KeyedRequest request) {
        if (!kept.getString("body_digest").equals(request.bodyDigest())) {
            throw ProblemType.IDEMPOTENCY_KEY_REUSED.because(
                    "Use a new Idempotency-Key for a new body; the first body stands.");
        }
        String location = kept.getString("location");
        return new Reply(
                kept.getInteger("status"),
                location == null ? null : URI.create(location),
                kept.getString("body"),
                true);
    }

    private Uni<Integer> keep(Mutiny.StatelessSession session, KeyedRequest request, Reply reply) {
        return Sql.change(
                session,
                """
                        insert into kept_reply (caller, route, idempotency_key, body_digest, status, location, body)
                        values ($1, $2, $3, $4, $5, $6, $7)
                        """,
                request.caller(),
                request.route(),
                request.key(),
                request.bodyDigest(),
                reply.status(),
                reply.location() == null ? null : reply.location().toString(),
                reply.body());
    }

    private Reply reply(int status, URI location, Object done) {
        try {
            return new Reply(status, location, json.writeValueAsString(done), false);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
