package uk.hustings.campaign.duty;

import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import uk.hustings.campaign.mutex.DecisionClock;

/** Asks every duty, one after the other, whether something is due. */
@ApplicationScoped
class Clockwork {

    private static final Logger LOG = Logger.getLogger(Clockwork.class);

    /** Of advisory locks in the database, the first number of those that belong to duties; the second is the duty's. */
    private static final int DUTIES = 0x6475;

    private final List<Duty> duties;
    private final Mutiny.SessionFactory sessions;
    private final DecisionClock clock;

    Clockwork(@All List<Duty> duties, Mutiny.SessionFactory sessions, DecisionClock clock) {
        this.duties = duties;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Scheduled(every = "1s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return performAll().replaceWithVoid();
    }

    /** @return names of those that failed */
    Uni<List<String>> performAll() {
        return Multi.createFrom()
                .iterable(duties)
                .onItem()
                .transformToUniAndConcatenate(
                        duty -> perform(duty).map(done -> done ? Optional.<String>empty() : Optional.of(nameOf(duty))))
                .filter(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList();
    }

    private Uni<Boolean> perform(Duty duty) {
        return sessions.withStatelessTransaction(session -> claim(session, duty)
                        .chain(ours -> ours
                                ? clock.now(session).chain(now -> duty.perform(session, now))
                                : Uni.createFrom().voidItem()))
                .onFailure()
                .invoke(failure -> LOG.warnf("%s is tried again: %s", nameOf(duty), failure))
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(false);
    }

    private static Uni<Boolean> claim(Mutiny.StatelessSession session, Duty duty) {
        return session.createNativeQuery("select pg_try_advisory_xact_lock(:kind, :duty)", Boolean.class)
                .setParameter("kind", DUTIES)
                .setParameter("duty", nameOf(duty).hashCode())
                .getSingleResult();
    }

    private static String nameOf(Duty duty) {
        return duty.getClass().getSimpleName().replace("_ClientProxy", "").replace("_Subclass", "");
    }
}
