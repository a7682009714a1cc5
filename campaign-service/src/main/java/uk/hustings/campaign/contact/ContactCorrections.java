package uk.hustings.campaign.contact;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.limit.WriteQueue;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.access.AccessDesk;
import uk.hustings.campaign.access.DecisionFacts;
import uk.hustings.campaign.contact.domain.DayCount;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.contact.domain.PartyWeek;
import uk.hustings.campaign.contact.domain.Tally;
import uk.hustings.campaign.contact.domain.WeekContacts;

/** Corrects or withdraws counts that were wrong; what follows for access is decided in the same transaction. */
@ApplicationScoped
class ContactCorrections {

    private final ContactRights rights;
    private final ContactBatches batches;
    private final BatchHistory history;
    private final ContactWeeks weeks;
    private final DecisionFacts.Loader facts;
    private final AccessDesk access;
    private final KeptReplies replies;
    private final Mutiny.SessionFactory sessions;
    private final WriteQueue writes;
    private final DomainClock clock;

    ContactCorrections(
            ContactRights rights,
            ContactBatches batches,
            BatchHistory history,
            ContactWeeks weeks,
            DecisionFacts.Loader facts,
            AccessDesk access,
            KeptReplies replies,
            Mutiny.SessionFactory sessions,
            WriteQueue writes,
            DomainClock clock) {
        this.rights = rights;
        this.batches = batches;
        this.history = history;
        this.weeks = weeks;
        this.facts = facts;
        this.access = access;
        this.replies = replies;
        this.sessions = sessions;
        this.writes = writes;
        this.clock = clock;
    }

    /** @param precondition is given the batch as a GET answers it; throws if it is another than the caller has read */
    Uni<ContactReceipt> correct(
            Caller caller,
            SeatCode seat,
            UUID batchId,
            ContactCorrection correction,
            Consumer<ContactBatchView> precondition) {
        List<DayCount> counts = ContactBatch.checked(correction.counts(), clock.today());
        return writes.run(() -> sessions.withStatelessTransaction(session -> taken(session, caller, seat, batchId)
                        .call(() -> history.of(session, seat, batchId).invoke(precondition))
                        .invoke(taken -> requireMayCorrect(caller, taken, counts))
                        .call(taken -> batches.revise(
                                session,
                                taken.batch(),
                                counts,
                                correction.reason(),
                                caller.name(),
                                taken.facts().now()))
                        .chain(taken -> settle(session, taken, counts))))
                .call(access::announce);
    }

    Uni<Reply> withdraw(Caller caller, SeatCode seat, UUID batchId, String reason) {
        return replies.once(
                        201,
                        session -> taken(session, caller, seat, batchId)
                                .call(taken -> batches.withdraw(
                                        session,
                                        taken.batch(),
                                        reason,
                                        caller.name(),
                                        taken.facts().now()))
                                .chain(taken -> settle(session, taken, List.of())),
                        receipt -> null)
                .call(access::announce);
    }

    /** A batch that nobody else changes until the transaction ends, and the facts about its place. */
    private record Taken(ContactBatches.Recorded batch, DecisionFacts facts) {

        PartySeat place() {
            return batch.place();
        }
    }

    private Uni<Taken> taken(Mutiny.StatelessSession session, Caller caller, SeatCode seat, UUID batchId) {
        return batches.localPartyOf(session, seat, batchId)
                .invoke(localParty -> rights.refuseCorrection(caller, seat, localParty))
                .chain(localParty -> facts.lockAndLoad(session, List.of(new PartySeat(localParty, seat)), caller))
                .invoke(DecisionFacts::requireMember)
                .chain(loaded -> batches.take(session, seat, batchId).map(batch -> new Taken(batch, loaded)));
    }

    private void requireMayCorrect(Caller caller, Taken taken, List<DayCount> counts) {
        SortedMap<PartyWeek, Tally> before =
                PartyWeek.sums(taken.place(), taken.batch().counts());
        boolean raises = PartyWeek.sums(taken.place(), counts).entrySet().stream()
                .anyMatch(week -> week.getValue().hasMoreContactsThan(before.getOrDefault(week.getKey(), new Tally())));
        access.requireMayCorrect(caller, taken.facts(), taken.place(), raises);
    }

    /** Changes the weeks by the difference. */
    private Uni<ContactReceipt> settle(Mutiny.StatelessSession session, Taken taken, List<DayCount> counts) {
        PartySeat place = taken.place();
        return weeks.replace(
                        session,
                        PartyWeek.sums(place, taken.batch().counts()),
                        counts.isEmpty() ? new TreeMap<>() : PartyWeek.sums(place, counts))
                .map(changed -> List.<WeekContacts>copyOf(changed.values()))
                .chain(changed -> access.afterCounts(session, taken.facts(), Map.of(place, changed))
                        .map(standings -> ContactReceipt.of(taken.batch().id(), place, changed, standings.get(place))));
    }
}
