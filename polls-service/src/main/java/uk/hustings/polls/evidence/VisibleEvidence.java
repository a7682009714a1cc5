package uk.hustings.polls.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import uk.hustings.access.AccessRules;
import uk.hustings.access.Caller;
import uk.hustings.access.Reach;
import uk.hustings.access.Ruling;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.time.DomainClock;
import uk.hustings.polls.evidence.domain.Evidence;
import uk.hustings.polls.evidence.domain.EvidenceBook;
import uk.hustings.polls.evidence.domain.Sight;
import uk.hustings.polls.indicator.domain.RecordedItem;
import uk.hustings.polls.poll.domain.Area;
import uk.hustings.polls.poll.domain.RecordedPoll;
import uk.hustings.polls.seatref.Seats;
import uk.hustings.polls.seatref.domain.SeatBook;

/** Gives each caller the evidence that the caller may see, and no other. */
@ApplicationScoped
public class VisibleEvidence {

    private static final String READ_PRIVATE = "poll:read-private";

    /** Two with the same content are of the same evidence. */
    record Edition(Extent extent, long version, int embargoesEnded) {}

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

    /**
     * One poll, withdrawn or not. What everybody may see is given while locks are stale, too.
     *
     * @return empty if there is none, or none for this caller
     * @throws uk.hustings.api.problem.Problem NOT_READY; LOCKS_STALE; PARTY_LOCKED if a lock alone hides it
     */
    public Optional<RecordedPoll> poll(Caller caller, UUID pollId, Instant now) {
        return one(caller, seen -> seen.find(pollId), poll -> poll.poll().key().area(), now);
    }

    /**
     * One piece of evidence that is no poll, under the same rules.
     *
     * @return empty if there is none, or none for this caller
     * @throws uk.hustings.api.problem.Problem NOT_READY; LOCKS_STALE; PARTY_LOCKED if a lock alone hides it
     */
    public Optional<RecordedItem> item(Caller caller, UUID itemId, Instant now) {
        return one(caller, seen -> seen.findItem(itemId), item -> item.item().area(), now);
    }

    private <T> Optional<T> one(
            Caller caller, Function<Evidence, Optional<T>> find, Function<T, Area> areaOf, Instant now) {
        EvidenceBook book = current.get();
        Optional<T> everybodys = find.apply(book.seenBy(Sight.PUBLIC, now));
        if (everybodys.isPresent()) {
            return everybodys;
        }
        // Made for what is absent, too: while locks are stale, absent and private must not be told apart.
        Sight sight = sightOf(caller, now);
        Optional<T> found = find.apply(book.seenBy(Sight.EVERYTHING, now));
        found.flatMap(hidden -> areaOf.apply(hidden).seatCode())
                .map(seat -> rules.decide(caller, READ_PRIVATE, seat, now))
                .filter(Ruling.Locked.class::isInstance)
                .ifPresent(Ruling::orRefuse);
        return found.filter(hidden -> sight.reaches(areaOf.apply(hidden)));
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

    /**
     * What tells the evidence of this moment, all of it or what everybody sees, from that of any other.
     *
     * @throws uk.hustings.api.problem.Problem NOT_READY
     */
    Edition edition(Extent extent) {
        EvidenceBook book = current.get();
        return new Edition(
                extent,
                extent == Extent.PUBLIC ? book.publicVersion() : book.version(),
                book.embargoesEnded(clock.instant()));
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
        return new Sight(
                false,
                region,
                Stream.concat(seatsOf(region), caller.seats().stream())
                        .filter(within)
                        .toList());
    }

    /** Of whatever boundary set. */
    private Stream<SeatCode> seatsOf(String region) {
        SeatBook book = seats.book();
        return region == null
                ? Stream.empty()
                : book.boundarySets().stream().flatMap(set -> book.codesOfRegion(set.code(), region).stream());
    }
}
