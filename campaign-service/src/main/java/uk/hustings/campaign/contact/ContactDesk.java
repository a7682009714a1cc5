package uk.hustings.campaign.contact;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.api.id.Ids;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.access.AccessDesk;
import uk.hustings.campaign.access.DecisionFacts;
import uk.hustings.campaign.contact.domain.DayCount;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.contact.domain.PartyWeek;
import uk.hustings.campaign.contact.domain.WeekContacts;
import uk.hustings.campaign.localparty.LocalParties;
import uk.hustings.campaign.localparty.LocalParty;
import uk.hustings.campaign.seatref.Seats;

/** Takes contacts of one local party in one seat in; what follows for access is decided in the same transaction. */
@ApplicationScoped
class ContactDesk {

    private final ContactRights rights;
    private final ContactSources sources;
    private final ContactBatches batches;
    private final ContactLines lines;
    private final ContactWeeks weeks;
    private final CurrentTwins twins;
    private final DecisionFacts.Loader facts;
    private final AccessDesk access;
    private final LocalParties parties;
    private final Seats seats;
    private final KeptReplies replies;
    private final Validator validator;
    private final DomainClock clock;

    ContactDesk(
            ContactRights rights,
            ContactSources sources,
            ContactBatches batches,
            ContactLines lines,
            ContactWeeks weeks,
            CurrentTwins twins,
            DecisionFacts.Loader facts,
            AccessDesk access,
            LocalParties parties,
            Seats seats,
            KeptReplies replies,
            Validator validator,
            DomainClock clock) {
        this.rights = rights;
        this.sources = sources;
        this.batches = batches;
        this.lines = lines;
        this.weeks = weeks;
        this.twins = twins;
        this.facts = facts;
        this.access = access;
        this.parties = parties;
        this.seats = seats;
        this.replies = replies;
        this.validator = validator;
        this.clock = clock;
    }

    Uni<Reply> report(Caller caller, SeatCode seat, ContactBatch batch) {
        rights.refuseReport(caller, seat, batch.days());
        seats.get(seat);
        refuseFaults(batch);
        List<DayCount> counts = ContactBatch.checked(batch.counts(), clock.today());
        UUID id = Ids.next();
        return whose(caller, seat, batch.localParty())
                .chain(localParty -> replies.once(
                        201,
                        session -> record(session, caller, id, new PartySeat(localParty, seat), batch, counts),
                        receipt -> URI.create("/v1/campaign/seats/%s/contacts/%s".formatted(seat, receipt.batchId()))));
    }

    private Uni<ContactReceipt> record(
            Mutiny.StatelessSession session,
            Caller caller,
            UUID id,
            PartySeat place,
            ContactBatch batch,
            List<DayCount> counts) {
        return claimSource(session, place, batch, counts)
                .chain(() -> facts.lockAndLoad(session, List.of(place), caller))
                .invoke(loaded -> access.requireMayReport(caller, loaded, place, batch.days()))
                .chain(loaded -> weeks.add(session, PartyWeek.sums(place, counts))
                        .call(() -> batches.add(
                                session,
                                List.of(new ContactBatches.Fresh(id, place)),
                                batch.sourceBatchId(),
                                caller.name(),
                                loaded.now()))
                        .call(() -> lines.add(session, ContactLines.of(id, 0, counts)))
                        .map(changed -> List.<WeekContacts>copyOf(changed.values()))
                        .chain(changed -> access.afterCounts(session, loaded, Map.of(place, changed))
                                .map(standings -> ContactReceipt.of(id, place, changed, standings.get(place)))));
    }

    private Uni<Void> claimSource(
            Mutiny.StatelessSession session, PartySeat place, ContactBatch batch, List<DayCount> counts) {
        if (batch.sourceBatchId() == null) {
            return Uni.createFrom().voidItem();
        }
        SortedMap<String, String> digests =
                new TreeMap<>(Map.of(place.localParty(), ContactSources.digest(Map.of(place, counts))));
        return sources.claim(session, batch.sourceBatchId(), digests)
                .invoke(before -> refuseTwice(before, batch))
                .replaceWithVoid();
    }

    /** Whose contacts they are, as far as this replica knows; who works there is read again under the lock. */
    private Uni<String> whose(Caller caller, SeatCode seat, String named) {
        String own = caller.localParty().orElse(null);
        if (own != null && named != null && !own.equals(named)) {
            throw ProblemType.SEAT_OUT_OF_REACH.because("You may report for your own local party only: " + own + ".");
        }
        String owner = parties.ofSeat(seat).map(LocalParty::localParty).orElse(null);
        String whose = own != null ? own : named != null ? named : owner;
        if (whose == null || parties.find(whose).isEmpty()) {
            throw wrongParty("no local party has this id");
        }
        if (whose.equals(owner) || whose.equals(own) && caller.twins().contains(seat)) {
            return Uni.createFrom().item(whose);
        }
        return twins.all().map(twinned -> {
            if (!twinned.contains(new PartySeat(whose, seat))) {
                throw wrongParty("%s does not work in this seat".formatted(whose));
            }
            return whose;
        });
    }

    private static RuntimeException wrongParty(String detail) {
        return ProblemType.INVALID_INPUT
                .because("Correct the fields that are named.")
                .withErrors(List.of(FieldError.at("/localParty", detail)));
    }

    /** Done here, for whoever may not report at all is to hear of that first. */
    private void refuseFaults(ContactBatch batch) {
        Set<ConstraintViolation<ContactBatch>> faults = validator.validate(batch);
        if (!faults.isEmpty()) {
            throw new ConstraintViolationException(faults);
        }
    }

    private static void refuseTwice(Set<String> before, ContactBatch batch) {
        if (!before.isEmpty()) {
            throw ContactSources.alreadyRecorded(batch.sourceBatchId());
        }
    }
}
