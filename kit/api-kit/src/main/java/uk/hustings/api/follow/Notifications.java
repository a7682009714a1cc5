package uk.hustings.api.follow;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What other replicas of this service announce through the database ({@code NOTIFY} in the transaction that changed
 * something, so that nobody hears of what was rolled back).
 */
@ApplicationScoped
public class Notifications {

    private static final long RECONNECT_MILLIS = 500;

    private final Vertx vertx;
    private final PgConnectOptions options;

    Notifications(
            Vertx vertx,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.vertx = vertx;
        this.options = PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""))
                .setUser(user)
                .setPassword(password);
    }

    /** Payloads of one channel from now on; the connection is made anew when it breaks. */
    public Multi<String> on(String channel) {
        return Multi.createFrom().emitter(emitter -> {
            PgSubscriber subscriber = PgSubscriber.subscriber(vertx, options);
            subscriber.reconnectPolicy(attempt -> RECONNECT_MILLIS);
            subscriber.channel(channel).handler(payload -> inContextOfItsOwn(() -> emitter.emit(payload)));
            subscriber.connect().onFailure(emitter::fail);
            emitter.onTermination(subscriber::close);
        });
    }

    /** What comes on the connection's own context could open no session there: that wants a duplicated one. */
    private void inContextOfItsOwn(Runnable task) {
        Context own = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(own, true);
        own.runOnContext(nothing -> task.run());
    }
}
