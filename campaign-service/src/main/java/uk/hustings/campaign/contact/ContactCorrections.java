package uk.hustings.campaign.contact;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.access.AccessDesk;
import uk.hustings.campaign.contact.domain.DayCount;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.contact.domain.PartyWeek;
import uk.hustings.campaign.contact.domain.WeekContacts;

/** Mends counts that were wrong, or takes them out; what follows for access is decided in the same transaction. */
@ApplicationScoped
class ContactCorrections {

    private final ContactRights rights;
    private final ContactBatches batches;
    private final BatchHistory history;
    private final ContactWeeks weeks;
    private final AccessDesk access;
    private final KeptReplies replies;
    private final Mutiny.SessionFactory sessions;
    private final DomainClock clock;

    ContactCorrections(
            ContactRights rights,
            ContactBatches batches,
            BatchHistory history,
            ContactWeeks weeks,
            AccessDesk access,
            KeptReplies replies,
            Mutiny.SessionFactory sessions,
            DomainClock clock) {
        this.rights = rights;
        this.batches = batches;
        this.history = history;
        this.weeks = weeks;
        this.access = access;
        this.replies = replies;
        this.sessions = sessions;
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
        return sessions.withStatelessTransaction(session -> taken(session, caller, seat, batchId)
                        .call(() -> history.of(session, seat, batchId).invoke(precondition))
                        .call(batch -> batches.revise(
                                session, batch, counts, correction.reason(), caller.name(), clock.instant()))
                        .chain(batch -> settle(session, batch, counts)))
                .memoize()
                .indefinitely()
                .call(access::announce);
    }

    Uni<Reply> withdraw(Caller caller, SeatCode seat, UUID batchId, String reason) {
        Instant now = clock.instant();
        return replies.once(
                        201,
                        session -> taken(session, caller, seat, batchId)
                                .call(batch -> batches.withdraw(session, batch, reason, caller.name(), now))
                                .chain(batch -> settle(session, batch, List.of())),
                        receipt -> null)
                .call(access::announce);
    }

    private Uni<ContactBatches.Recorded> taken(
            Mutiny.StatelessSession session, Caller caller, SeatCode seat, UUID batchId) {
        return batches.localPartyOf(session, seat, batchId)
                .invoke(localParty -> rights.refuseCorrection(caller, seat, localParty))
                .chain(() -> batches.take(session, seat, batchId));
    }

    /** Moves the roll-ups by the difference. */
    private Uni<ContactReceipt> settle(
            Mutiny.StatelessSession session, ContactBatches.Recorded batch, List<DayCount> counts) {
        PartySeat place = batch.place();
        return weeks.replace(
                        session,
                        PartyWeek.sums(place, batch.counts()),
                        counts.isEmpty() ? new TreeMap<>() : PartyWeek.sums(place, counts))
                .map(changed -> List.<WeekContacts>copyOf(changed.values()))
                .chain(weeksNow -> access.afterCorrection(session, place, weeksNow)
                        .map(standing -> ContactReceipt.of(batch.id(), place, weeksNow, standing)));
    }
}
