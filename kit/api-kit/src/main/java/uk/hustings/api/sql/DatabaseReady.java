package uk.hustings.api.sql;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether the database answers, asked over a connection of its own: a pool in full use says nothing about the database, and
 * must not take every replica out of service.
 */
@Readiness
@ApplicationScoped
class DatabaseReady implements AsyncHealthCheck {

    /** Checks that come together share one question. */
    private static final Duration SHARED_FOR = Duration.ofMillis(200);

    private final Vertx vertx;
    private final PgConnectOptions server;
    private final Duration timeout;
    private final AtomicReference<Pool> connection = new AtomicReference<>();
    private final Uni<Boolean> answers =
            Uni.createFrom().deferred(this::ask).memoize().atLeast(SHARED_FOR);

    DatabaseReady(
            Vertx vertx,
            DatabasePool pool,
            DatabaseConfig config,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.vertx = vertx;
        this.timeout = config.readinessTimeout();
        this.server = pool.limited(PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""))
                .setUser(user)
                .setPassword(password));
        connection.set(connect());
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return answers.map(
                up -> HealthCheckResponse.named("database").status(up).build());
    }

    private Uni<Boolean> ask() {
        Pool asked = connection.get();
        return Uni.createFrom()
                .completionStage(() -> asked.query("select 1").execute().toCompletionStage())
                .ifNoItem()
                .after(timeout)
                .fail()
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(() -> {
                    // A question that was not answered would keep the next one waiting.
                    if (connection.compareAndSet(asked, connect())) {
                        asked.close();
                    }
                    return false;
                });
    }

    private Pool connect() {
        return PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(1))
                .connectingTo(server)
                .using(vertx)
                .build();
    }

    @PreDestroy
    void close() {
        connection.get().close();
    }
}
