package uk.hustings.polls.forecast;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import uk.hustings.api.id.Ids;
import uk.hustings.api.time.DomainClock;

/**
 * Runs that this replica has taken up, and may go on with as long as it says so: one that falls silent loses its run to
 * another, which begins anew.
 */
@ApplicationScoped
class RunClaims {

    /** Taken up so often, a run is not to blame on the replicas. */
    private static final int MOST_CLAIMS = 3;

    private static final String TO_DO = "select " + Run.COLUMNS + """
            , claims from forecast_run
            where status = 'queued' or (status = 'running' and lease_until < now())
            order by requested_at, run_id
            limit 1
            for update skip locked
            """;

    private static final String TAKE = """
            update forecast_run
            set status = 'running', progress = 0, claimed_by = $2, lease_until = now() + interval '15 seconds',
                claims = claims + 1, started_at = coalesce(started_at, $3), version = $4
            where run_id = $1
            """;

    private static final String EXTEND = """
            update forecast_run set lease_until = now() + interval '15 seconds'
            where run_id = $1 and claimed_by = $2 and status = 'running'
            """;

    private static final String MINE =
            "select 1 from forecast_run where run_id = $1 and claimed_by = $2 and status = 'running' for update";

    private static final String PROGRESS =
            "update forecast_run set progress = greatest(progress, $2::smallint), version = $3 where run_id = $1";

    private static final String END = """
            update forecast_run
            set status = $2, progress = case when $2 = 'done' then 10 else progress end, finished_at = $3, version = $4
            where run_id = $1
            """;

    private static final String GIVE_BACK =
            "update forecast_run set status = 'queued', claims = claims - 1, version = $2 where run_id = $1";

    private final UUID replica = Ids.next();
    private final Pool pool;
    private final DomainClock clock;

    RunClaims(Pool pool, DomainClock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    private record Found(Run run, int claims) {}

    /** The run that has waited longest, which is this replica's from now on; empty if none waits. */
    Uni<Optional<Run>> next() {
        return pool.withTransaction(
                connection -> connection.query(TO_DO).execute().chain(rows -> {
                    RowIterator<Row> found = rows.iterator();
                    return found.hasNext()
                            ? take(connection, found.next())
                            : Uni.createFrom().item(Optional.<Run>empty());
                }));
    }

    private Uni<Optional<Run>> take(SqlConnection connection, Row row) {
        Found found = new Found(Run.of(row), row.getInteger("claims"));
        if (found.claims >= MOST_CLAIMS) {
            return end(connection, found.run, Run.Status.FAILED).replaceWith(Optional.empty());
        }
        return countChange(connection, found.run)
                .chain(version -> connection
                        .preparedQuery(TAKE)
                        .execute(Tuple.of(
                                found.run.runId(), replica, clock.instant().atOffset(ZoneOffset.UTC), version)))
                .replaceWith(Optional.of(found.run));
    }

    /** @return whether the run is still this replica's */
    Uni<Boolean> extend(Run run) {
        return pool.preparedQuery(EXTEND)
                .execute(Tuple.of(run.runId(), replica))
                .map(rows -> rows.rowCount() == 1);
    }

    /** @param tenths done */
    Uni<Boolean> progress(Run run, int tenths) {
        return ifMine(run, connection -> countChange(connection, run)
                .chain(version ->
                        connection.preparedQuery(PROGRESS).execute(Tuple.of(run.runId(), (short) tenths, version)))
                .replaceWithVoid());
    }

    /** Keeps what a run came to; nothing if the run is no longer this replica's. */
    Uni<Boolean> finish(Run run, String result) {
        return ifMine(run, connection -> connection
                .preparedQuery(
                        "insert into forecast_result (result_key, content) values ($1, $2) on conflict do nothing")
                .execute(Tuple.of(run.resultKey(), result))
                .chain(() -> end(connection, run, Run.Status.DONE)));
    }

    Uni<Boolean> fail(Run run) {
        return ifMine(run, connection -> end(connection, run, Run.Status.FAILED));
    }

    /** Lets another replica take the run up at once. */
    Uni<Boolean> giveBack(Run run) {
        return ifMine(run, connection -> countChange(connection, run)
                .chain(version -> connection.preparedQuery(GIVE_BACK).execute(Tuple.of(run.runId(), version)))
                .replaceWithVoid());
    }

    private interface Change {
        Uni<Void> on(SqlConnection connection);
    }

    private Uni<Boolean> ifMine(Run run, Change change) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(MINE)
                .execute(Tuple.of(run.runId(), replica))
                .chain(rows -> rows.size() == 1
                        ? change.on(connection).replaceWith(true)
                        : Uni.createFrom().item(false)));
    }

    private Uni<Void> end(SqlConnection connection, Run run, Run.Status status) {
        return countChange(connection, run)
                .chain(version -> connection
                        .preparedQuery(END)
                        .execute(Tuple.of(
                                run.runId(), status.code(), clock.instant().atOffset(ZoneOffset.UTC), version)))
                .replaceWithVoid();
    }

    private static Uni<Long> countChange(SqlConnection connection, Run run) {
        return connection
                .query(RunRecords.COUNT_CHANGE.formatted(RunRecords.publicly(run.extent()), CurrentRuns.CHANNEL))
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }
}
