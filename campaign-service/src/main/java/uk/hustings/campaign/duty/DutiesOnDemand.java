package uk.hustings.campaign.duty;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import uk.hustings.api.follow.Notifications;

/**
 * Runs all timed tasks once when a test asks for it, so that their transactions can be interleaved with others at chosen
 * points. Asked through the database, because no HTTP client may have such a right. The answer is a notification on the same
 * channel with {@code _done} appended: what was asked with, and the names of the tasks that failed.
 */
@ApplicationScoped
class DutiesOnDemand {

    private static final Logger LOG = Logger.getLogger(DutiesOnDemand.class);

    private final DutyConfig config;
    private final Clockwork clockwork;
    private final Notifications notifications;
    private final Mutiny.SessionFactory sessions;
    private Cancellable listening = () -> {};

    DutiesOnDemand(
            DutyConfig config, Clockwork clockwork, Notifications notifications, Mutiny.SessionFactory sessions) {
        this.config = config;
        this.clockwork = clockwork;
        this.notifications = notifications;
        this.sessions = sessions;
    }

    void start(@Observes StartupEvent started) {
        config.channel().ifPresent(channel -> {
            if (ConfigUtils.isProfileActive("prod")) {
                throw new IllegalStateException(
                        "hustings.duties.channel is for tests; remove it from the configuration.");
            }
            listening = notifications
                    .on(channel)
                    .onItem()
                    .transformToUniAndConcatenate(asked -> clockwork
                            .performAll()
                            .chain(failed -> answer(channel, asked, failed))
                            .onFailure()
                            .invoke(failure -> LOG.errorf(failure, "The request %s is not answered", asked))
                            .onFailure()
                            .recoverWithNull())
                    .subscribe()
                    .with(done -> {}, failure -> LOG.error("Timed tasks are no longer run on demand", failure));
        });
    }

    void stop(@Observes ShutdownEvent stopped) {
        listening.cancel();
    }

    private Uni<Void> answer(String channel, String asked, List<String> failed) {
        return sessions.withStatelessSession(
                session -> session.createNativeQuery("select cast(pg_notify(:channel, :answer) as text)", String.class)
                        .setParameter("channel", channel + "_done")
                        .setParameter("answer", (asked + " " + String.join(" ", failed)).strip())
                        .getSingleResultOrNull()
                        .replaceWithVoid());
    }
}
