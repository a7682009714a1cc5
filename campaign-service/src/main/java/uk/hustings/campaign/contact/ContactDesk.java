package uk.hustings.campaign.contact;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.api.id.Ids;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.page.Page;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.access.AccessDesk;
import uk.hustings.campaign.contact.domain.Channel;
import uk.hustings.campaign.contact.domain.IsoWeek;
import uk.hustings.campaign.localparty.LocalParties;
import uk.hustings.campaign.localparty.LocalParty;
import uk.hustings.campaign.seatref.Seats;

/** Takes contacts in and, if they were wrong, out again; what follows for access is decided in the same transaction. */
@ApplicationScoped
public class ContactDesk {

    /** First day of the boundaries of 2010: nobody canvassed these seats before. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2010, 4, 12);

    private final ContactBatches batches;
    private final ContactWeeks weeks;
    private final AccessDesk access;
    private final LocalParties parties;
    private final Seats seats;
    private final KeptReplies replies;
    private final Mutiny.SessionFactory sessions;
    private final DomainClock clock;

    ContactDesk(
            ContactBatches batches,
            ContactWeeks weeks,
            AccessDesk access,
            LocalParties parties,
            Seats seats,
            KeptReplies replies,
            Mutiny.SessionFactory sessions,
            DomainClock clock) {
        this.batches = batches;
        this.weeks = weeks;
        this.access = access;
        this.parties = parties;
        this.seats = seats;
        this.replies = replies;
        this.sessions = sessions;
        this.clock = clock;
    }

    Uni<Reply> report(Caller caller, SeatCode seat, ContactBatch batch) {
        seats.get(seat);
        check(batch);
        String localParty = whose(caller, seat, batch);
        SortedMap<IsoWeek, Map<Channel, Long>> contacts = ContactBatches.byWeek(batch.counts());
        UUID id = Ids.next();
        Instant now = clock.instant();
        return replies.once(
                        201,
                        session -> weeks.add(session, localParty, seat, contacts)
                                .call(() -> batches.add(session, id, localParty, seat, batch, caller.name(), now)
                                        .invoke(added -> refuseTwice(added, batch)))
                                .chain(weeksNow -> access.afterReport(
                                                session, caller, localParty, seat, weeksNow, batch.days())
                                        .map(standing -> new ContactReceipt(
                                                id,
                                                localParty,
                                                seat,
                                                weeksNow.stream()
                                                        .map(ContactReceipt.Week::of)
                                                        .toList(),
                                                standing))),
                        receipt -> URI.create("/v1/campaign/seats/%s/contacts/%s".formatted(seat, receipt.batchId())))
                .call(access::announce);
    }

    Uni<Reply> withdraw(Caller caller, SeatCode seat, UUID batchId, String reason) {
        Instant now = clock.instant();
        return replies.once(
                        201,
                        session -> batches.find(session, seat, batchId)
                                .invoke(batch -> refuseForeign(caller, batch))
                                .call(batch -> batches.withdraw(session, batchId, reason, caller.name(), now))
                                .chain(batch -> weeks.take(session, batch.localParty(), seat, batch.contacts())
                                        .chain(weeksNow -> access.afterCorrection(
                                                        session,
                                                        batch.localParty(),
                                                        seat,
                                                        (inSession, first) ->
                                                                weeks.since(inSession, batch.localParty(), seat, first),
                                                        weeksNow)
                                                .map(standing -> new ContactReceipt(
                                                        batchId,
                                                        batch.localParty(),
                                                        seat,
                                                        weeksNow.stream()
                                                                .map(ContactReceipt.Week::of)
                                                                .toList(),
                                                        standing)))),
                        receipt -> null)
                .call(access::announce);
    }

    /** All weeks of a seat, newest first. */
    Uni<Page<WeekOfSeat>> ofSeat(SeatCode seat) {
        seats.get(seat);
        return sessions.withStatelessSession(session -> weeks.ofSeat(session, seat))
                .map(found -> new Page<>(found.stream().map(WeekOfSeat::of).toList(), null));
    }

    /** Whose contacts they are, if the caller may report for them. */
    private String whose(Caller caller, SeatCode seat, ContactBatch batch) {
        String own = caller.localParty().orElse(null);
        if (own != null && batch.localParty() != null && !own.equals(batch.localParty())) {
            throw ProblemType.SEAT_OUT_OF_REACH.because("You may report for your own local party only: " + own + ".");
        }
        String named = own != null ? own : batch.localParty();
        String owner = parties.ofSeat(seat).map(LocalParty::localParty).orElse(null);
        String whose = named != null ? named : owner;
        if (whose == null || parties.find(whose).isEmpty()) {
            throw ProblemType.INVALID_INPUT
                    .because("Mend the fields that are named.")
                    .withErrors(List.of(FieldError.at("/localParty", "no local party has this id")));
        }
        if (!whose.equals(owner) && !caller.twins().contains(seat)) {
            throw ProblemType.INVALID_INPUT
                    .because("Mend the fields that are named.")
                    .withErrors(
                            List.of(FieldError.at("/localParty", "%s does not work in this seat".formatted(whose))));
        }
        return whose;
    }

    private void check(ContactBatch batch) {
        LocalDate today = clock.today();
        List<FieldError> faults = new ArrayList<>();
        for (int line = 0; line < batch.counts().size(); line++) {
            ContactBatch.Count count = batch.counts().get(line);
            String at = "/counts/" + line;
            if (count.day().isAfter(today)) {
                faults.add(FieldError.at(at + "/day", "must not lie in the future; today is " + today));
            }
            if (count.day().isBefore(FIRST_DAY)) {
                faults.add(FieldError.at(at + "/day", "must be " + FIRST_DAY + " or later"));
            }
            if (Channel.fromCode(count.channel()).isEmpty()) {
                faults.add(FieldError.at(at + "/channel", "must be one of " + Channel.codes()));
            }
            if (count.attempts() != null && count.contacts() > count.attempts()) {
                faults.add(FieldError.at(
                        at + "/contacts",
                        "must not be more than the %d attempts, was %d".formatted(count.attempts(), count.contacts())));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemType.INVALID_INPUT
                    .because("Mend the fields that are named; nothing was written.")
                    .withErrors(faults);
        }
    }

    private static void refuseTwice(boolean added, ContactBatch batch) {
        if (!added) {
            throw ProblemType.ALREADY_RECORDED
                    .because("A batch with this sourceBatchId is recorded; it counts once.")
                    .with("sourceBatchId", batch.sourceBatchId());
        }
    }

    private static void refuseForeign(Caller caller, ContactBatches.Recorded batch) {
        boolean foreign = batch != null
                && caller.localParty()
                        .filter(own -> !own.equals(batch.localParty()))
                        .isPresent();
        if (batch == null || foreign) {
            throw ProblemType.NOT_FOUND.because("No batch that you may see has this id in this seat.");
        }
    }
}
