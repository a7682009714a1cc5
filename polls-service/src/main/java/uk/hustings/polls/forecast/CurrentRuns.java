package uk.hustings.polls.forecast;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import uk.hustings.api.follow.Announcer;
import uk.hustings.api.follow.Follower;
import uk.hustings.api.follow.Notifications;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.polls.evidence.PublicVersion;

/** The runs as this replica knows them. */
@ApplicationScoped
class CurrentRuns implements PublicVersion {

    /** Heard on by every replica; payload is the new version. */
    static final String CHANNEL = "forecast_changed";

    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final String VERSION = "select version, public_version from forecast_version";
    private static final String CHANGED = "select " + Run.COLUMNS + " from forecast_run where version > $1";

    private final Pool pool;
    private final Notifications notifications;
    private final Event<RunBook> changes;
    private final Announcer announcer = new Announcer();
    private Follower<RunBook> follower;

    CurrentRuns(Pool pool, Notifications notifications, Event<RunBook> changes) {
        this.pool = pool;
        this.notifications = notifications;
        this.changes = changes;
    }

    void start(@Observes StartupEvent started) {
        follower = Follower.follow(
                "forecast runs",
                new Follower.Source<RunBook>() {
                    @Override
                    public Uni<RunBook> fetch(RunBook known) {
                        return newest(known == null ? RunBook.EMPTY : known);
                    }

                    @Override
                    public Multi<?> signals() {
                        return notifications.on(CHANNEL);
                    }
                },
                EVERY,
                book -> {
                    changes.fire(book);
                    announcer.announce(Long.toString(book.version()));
                });
    }

    void stop(@Observes ShutdownEvent stopping) {
        follower.close();
    }

    /** @throws uk.hustings.api.problem.Problem NOT_READY before they have been read */
    RunBook get() {
        return find().orElseThrow(() -> ProblemType.NOT_READY.because("The forecasts are being read; try again."));
    }

    Optional<RunBook> find() {
        return follower.current();
    }

    @Override
    public Object current() {
        return find().map(RunBook::publicVersion).orElse(0L);
    }

    /** An item whenever a run may have changed, and at least every few seconds. */
    Multi<String> signals() {
        return announcer.stream();
    }

    /** Reads again what this replica itself has just written. */
    Uni<RunBook> refresh() {
        return follower.refresh();
    }

    private Uni<RunBook> newest(RunBook known) {
        return pool.query(VERSION)
                .execute()
                .chain(rows -> rows.iterator().next().getLong(0) == known.version()
                        ? Uni.createFrom().item(known)
                        : changesOf(known));
    }

    private Uni<RunBook> changesOf(RunBook known) {
        return pool.withTransaction(connection -> connection
                // Both statements below see the same moment, or a change between them would be missed for good.
                .query("set transaction isolation level repeatable read, read only")
                .execute()
                .chain(() -> changes(connection, known)));
    }

    private static Uni<RunBook> changes(SqlConnection connection, RunBook known) {
        return connection
                .query(VERSION)
                .execute()
                .map(rows -> rows.iterator().next())
                .chain(versions -> connection
                        .preparedQuery(CHANGED)
                        .execute(Tuple.of(known.version()))
                        .map(rows -> {
                            List<Run> changed = StreamSupport.stream(rows.spliterator(), false)
                                    .map(Run::of)
                                    .toList();
                            return known.with(versions.getLong(0), versions.getLong(1), changed);
                        }));
    }
}
