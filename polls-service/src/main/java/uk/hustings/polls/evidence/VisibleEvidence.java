package uk.hustings.polls.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import uk.hustings.access.AccessRules;
import uk.hustings.access.Caller;
import uk.hustings.access.Reach;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.time.DomainClock;
import uk.hustings.polls.evidence.domain.Evidence;
import uk.hustings.polls.evidence.domain.Sight;
import uk.hustings.polls.seatref.Seats;

/** Gives each caller the evidence that the caller may see, and no other. */
@ApplicationScoped
public class VisibleEvidence {

    private static final String READ_PRIVATE = "poll:read-private";

    private final CurrentEvidence current;
    private final Seats seats;
    private final AccessRules rules;
    private final DomainClock clock;

    VisibleEvidence(CurrentEvidence current, Seats seats, AccessRules rules, DomainClock clock) {
        this.current = current;
        this.seats = seats;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * What the caller may see now. Whoever shows any of it that is not public keeps that in {@link Readings}.
     *
     * @throws uk.hustings.api.problem.Problem NOT_READY; LOCKS_STALE if it cannot be told at the moment
     */
    public Evidence to(Caller caller) {
        Instant now = clock.instant();
        return current.get().seenBy(sightOf(caller, now), now);
    }

    /** @throws uk.hustings.api.problem.Problem NOT_READY */
    public Evidence toEverybody() {
        return current.get().seenBy(Sight.PUBLIC, clock.instant());
    }

    /**
     * All of it, for work that only those may read who may see everything.
     *
     * @throws uk.hustings.api.problem.Problem NOT_READY
     */
    public Evidence whole() {
        return current.get().seenBy(Sight.EVERYTHING, clock.instant());
    }

    private Sight sightOf(Caller caller, Instant now) {
        // Asked first: while locks are stale, whom one could concern sees nothing at all.
        Predicate<SeatCode> within = rules.seatsWithin(caller, READ_PRIVATE, now);
        Reach reach = rules.reach(caller, READ_PRIVATE);
        if (!rules.decide(caller, READ_PRIVATE).granted()) {
            return Sight.PUBLIC;
        }
        if (reach == Reach.ALL) {
            return Sight.EVERYTHING;
        }
        String region = reach == Reach.REGION ? caller.region() : null;
        List<SeatCode> ofRegion = region == null
                ? List.of()
                : seats.book().boundarySets().stream()
                        .flatMap(set -> seats.book().codesOfRegion(set.code(), region).stream())
                        .toList();
        return new Sight(
                false,
                region,
                Stream.concat(ofRegion.stream(), caller.seats().stream())
                        .filter(within)
                        .toList());
    }
}
