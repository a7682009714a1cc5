package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.access.LiveLock;
import uk.hustings.access.Ruling;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.access.domain.LateCounts;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.contact.domain.WeekContacts;

/** Applies the policy inside the transaction of the counts that it follows from. */
@ApplicationScoped
public class AccessDesk {

    private final DecisionFacts.Loader loader;
    private final Review review;
    private final LockFeed feed;

    AccessDesk(DecisionFacts.Loader loader, Review review, LockFeed feed) {
        this.loader = loader;
        this.review = review;
        this.feed = feed;
    }

    /**
     * Whether contacts may be recorded that a local party made in a seat. Headquarters and regions are not touched by a lock.
     *
     * @param days on which the contacts were made
     * @throws uk.hustings.api.problem.Problem STATE_CONFLICT naming the owner if the local party does not work there any
     *     more; PARTY_LOCKED if it is locked out and these are no late counts
     */
    public void requireMayReport(Caller caller, DecisionFacts facts, PartySeat place, Collection<LocalDate> days) {
        facts.requireWorksIn(place);
        if (facts.locked(place) && ofTheParty(caller, place)) {
            LiveLock lock = facts.lock(place).live();
            LocalDate lockedOn = LocalDate.ofInstant(lock.since(), DomainClock.LONDON);
            if (!LateCounts.only(days, lockedOn, facts.today())) {
                throw Ruling.locked(lock);
            }
        }
    }

    /**
     * A local party may lower what it counted at any time. It may not raise it while those for whom it counts are locked out
     * of the seat, nor after the seat has gone to another.
     *
     * @param raises whether the contacts of any week would rise
     * @throws uk.hustings.api.problem.Problem PARTY_LOCKED; STATE_CONFLICT naming the owner
     */
    public void requireMayCorrect(Caller caller, DecisionFacts facts, PartySeat place, boolean raises) {
        facts.requireMember();
        if (!raises || !ofTheParty(caller, place)) {
            return;
        }
        facts.requireWorksIn(place);
        facts.places().stream().filter(facts::locked).findFirst().ifPresent(locked -> {
            throw Ruling.locked(facts.lock(locked).live())
                    .with(
                            "hint",
                            "While the lock lasts, a correction may lower the contacts of a week but not raise them.");
        });
    }

    /**
     * What follows from reports or corrections. The counts are written already.
     *
     * @param changed the weeks that they touched, as they are now
     * @return how each local party stands now
     */
    public Uni<Map<PartySeat, AccessStanding>> afterCounts(
            Mutiny.StatelessSession session, DecisionFacts facts, Map<PartySeat, List<WeekContacts>> changed) {
        return review.judge(session, facts, changed, null).map(verdicts -> changed.keySet().stream()
                .collect(Collectors.toMap(
                        place -> place, place -> verdicts.get(place).standing())));
    }

    /** Who works in the seat has changed: the local party is judged there by what is true now. */
    public Uni<Void> judgeAgain(Mutiny.StatelessSession session, PartySeat place) {
        return loader.lockAndLoad(session, List.of(place))
                .chain(facts -> review.judge(session, facts, Map.of(), null))
                .replaceWithVoid();
    }

    /** Updates the locks in this replica's memory at once; the database notifies the others. */
    public Uni<Void> announce() {
        return feed.refresh();
    }

    private static boolean ofTheParty(Caller caller, PartySeat place) {
        return caller.localParty().filter(place.localParty()::equals).isPresent();
    }
}
