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
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.limit.WriteQueue;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.sql.Sql;
import uk.hustings.api.sql.SqlState;

/** Does the work of an {@link Idempotent} operation once and keeps its answer. */
@ApplicationScoped
public class KeptReplies {

    static final String REQUEST = KeyedRequest.class.getName();

    /** Replies older than this may be purged: a key is good for at least a day. */
    private static final String PURGE_AGE = "48 hours";

    /** SQLSTATE of a key that is there already. */
    private static final String TAKEN = "23505";

    private static final String FIND = """
            select body_digest, status, location, body from kept_reply
            where caller = $1 and route = $2 and idempotency_key = $3
            """;

    /** An answer that is committed after this has looked is missed: the work then cannot keep its own. */
    private static final String CLAIM =
            "select pg_try_advisory_xact_lock($4), kept.* from (values (1)) as one left join (" + FIND
                    + ") as kept on true";

    /** Whether nobody works on the key: whoever did has committed. */
    private static final String IDLE = "select pg_try_advisory_xact_lock_shared($1)";

    private final Mutiny.SessionFactory sessions;
    private final WriteQueue writes;
    private final Pool pool;
    private final ObjectMapper json;
    private final RoutingContext context;

    KeptReplies(
            Mutiny.SessionFactory sessions, WriteQueue writes, Pool pool, ObjectMapper json, RoutingContext context) {
        this.sessions = sessions;
        this.writes = writes;
        this.pool = pool;
        this.json = json;
        this.context = context;
    }

    /** An answer as it lies in the database. */
    private record Kept(String bodyDigest, int status, String location, String body) {

        /** @throws Problem IDEMPOTENCY_KEY_REUSED if it was given to another body */
        Reply to(KeyedRequest request) {
            if (!bodyDigest.equals(request.bodyDigest())) {
                throw ProblemType.IDEMPOTENCY_KEY_REUSED.because(
                        "Use a new Idempotency-Key for a new body; the first body stands.");
            }
            return new Reply(status, location == null ? null : URI.create(location), body, true);
        }
    }

    /**
     * Runs {@code work} in one transaction that also keeps its answer.
     *
     * @param status of the answer when it succeeds, for example 201
     * @param work what to do; whatever it fails with rolls everything back and is not kept
     * @param location path of what was made; may give null
     * @return the answer of the work, or the one that is kept already
     */
    public <T> Uni<Reply> once(int status, Function<Mutiny.StatelessSession, Uni<T>> work, Function<T, URI> location) {
        KeyedRequest request = context.get(REQUEST);
        return writes.run(() -> sessions.withStatelessTransaction(
                session -> claim(session, request).onItem().ifNull().switchTo(() -> work.apply(session)
                        .map(done -> reply(status, location.apply(done), done))
                        .call(reply -> keep(session, request, reply)))));
    }

    /**
     * The answer kept for this request, or null.
     *
     * @throws Problem IDEMPOTENCY_KEY_IN_FLIGHT while somebody works on it
     */
    Uni<Reply> find(KeyedRequest request) {
        return pool.preparedQuery(IDLE)
                .execute(Tuple.of(request.lockNumber()))
                .invoke(rows -> {
                    if (!rows.iterator().next().getBoolean(0)) {
                        throw inFlight();
                    }
                })
                .chain(() ->
                        pool.preparedQuery(FIND).execute(Tuple.of(request.caller(), request.route(), request.key())))
                .map(rows ->
                        rows.size() == 0 ? null : kept(rows.iterator().next()).to(request));
    }

    private static Kept kept(Row row) {
        return new Kept(row.getString(0), row.getInteger(1), row.getString(2), row.getString(3));
    }

    /** Forgets old answers. */
    @Scheduled(every = "1h", delayed = "10m")
    public Uni<Void> purge() {
        return sessions.withStatelessTransaction(session -> session.createNativeQuery(
                        "delete from kept_reply where kept_at < now() - interval '" + PURGE_AGE + "'")
                .executeUpdate()
                .replaceWithVoid());
    }

    /** The answer kept for this request; null if there is work to do, which nobody else does meanwhile. */
    private Uni<Reply> claim(Mutiny.StatelessSession session, KeyedRequest request) {
        return Sql.rows(session, CLAIM, request.caller(), request.route(), request.key(), request.lockNumber())
                .map(rows -> {
                    Object[] row = rows.get(0);
                    if (row[1] != null) {
                        return new Kept((String) row[1], ((Number) row[2]).intValue(), (String) row[3], (String) row[4])
                                .to(request);
                    }
                    if (!(Boolean) row[0]) {
                        throw inFlight();
                    }
                    return null;
                });
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
                        reply.body())
                .onFailure(failure -> SqlState.of(failure).filter(TAKEN::equals).isPresent())
                .transform(taken -> inFlight());
    }

    private static Problem inFlight() {
        return ProblemType.IDEMPOTENCY_KEY_IN_FLIGHT.because("Send it again in a moment.");
    }

    private Reply reply(int status, URI location, Object done) {
        try {
            return new Reply(status, location, json.writeValueAsString(done), false);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
