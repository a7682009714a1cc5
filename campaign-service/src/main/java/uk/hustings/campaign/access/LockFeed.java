package uk.hustings.campaign.access;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.LiveLocks;
import uk.hustings.access.LockSet;
import uk.hustings.api.follow.Announcer;
import uk.hustings.api.follow.Follower;
import uk.hustings.api.follow.Notifications;

/** The locks in this replica's memory, and how everybody else gets them. */
@Startup
@ApplicationScoped
public class LockFeed {

    private static final Duration EVERY = Duration.ofSeconds(3);

    private final Mutiny.SessionFactory sessions;
    private final Notifications notifications;
    private final Locks locks;
    private final Announcer announcer = new Announcer();
    private final Follower<LockSet> follower;

    LockFeed(Mutiny.SessionFactory sessions, Notifications notifications, Locks locks) {
        this.sessions = sessions;
        this.notifications = notifications;
        this.locks = locks;
        this.follower = Follower.follow(
                "locks",
                new Follower.Source<LockSet>() {
                    @Override
                    public Uni<LockSet> fetch(LockSet known) {
                        return sessions.withStatelessSession(session -> locks.newest(session, known));
                    }

                    @Override
                    public Multi<?> signals() {
                        return notifications.on(Locks.CHANNEL);
                    }
                },
                EVERY,
                changed -> announcer.announce(Long.toString(changed.version())));
    }

    @PreDestroy
    void stop() {
        follower.close();
    }

    /** The locks for decisions of access in this replica. */
    LiveLocks live() {
        return new LiveLocks(follower);
    }

    /** Asks the database; an answer out of memory could be old without anybody noticing. */
    Uni<LockSet> newest() {
        return follower.refresh();
    }

    Uni<Void> refresh() {
        return follower.refresh().replaceWithVoid().onFailure().recoverWithNull();
    }

    Multi<String> events() {
        return announcer.stream();
    }
}
