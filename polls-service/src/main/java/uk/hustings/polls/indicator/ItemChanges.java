package uk.hustings.polls.indicator;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import uk.hustings.access.Caller;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.intake.Faults;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.polls.evidence.EvidenceGate;
import uk.hustings.polls.evidence.EvidenceGate.Outcome;
import uk.hustings.polls.evidence.domain.EvidenceBook;
import uk.hustings.polls.indicator.domain.Item;
import uk.hustings.polls.indicator.domain.RecordedItem;
import uk.hustings.polls.poll.Authored;
import uk.hustings.polls.poll.domain.Visibility;
import uk.hustings.polls.seatref.Seats;
import uk.hustings.polls.stated.ItemScrutiny;
import uk.hustings.polls.stated.StatedItem;

/** Changes a recorded item. Callers may change every item; who may not was refused before. */
@ApplicationScoped
class ItemChanges {

    private final EvidenceGate gate;
    private final ItemRecords records;
    private final ItemReadings readings;
    private final Seats seats;
    private final DomainClock clock;

    ItemChanges(EvidenceGate gate, ItemRecords records, ItemReadings readings, Seats seats, DomainClock clock) {
        this.gate = gate;
        this.records = records;
        this.readings = readings;
        this.seats = seats;
        this.clock = clock;
    }

    /**
     * Lets others know of an item than before; what stands so already is left as it is.
     *
     * @param until domain time; null unless embargoed
     * @param expected refuses an item that is not as its changer read it
     * @throws Problem NOT_FOUND; INVALID_INPUT for an embargo that is over already
     */
    Uni<ItemView> show(
            Caller caller,
            UUID itemId,
            Visibility visibility,
            Instant until,
            String reason,
            Consumer<ItemView> expected) {
        return gate.change((session, newest, version, now) -> {
                    if (until != null && !until.isAfter(now)) {
                        Faults.refuseAny(List.of(FieldError.at("/embargoedUntil", "must be later than now, " + now)));
                    }
                    Authored change = new Authored(caller.subject(), reason, now);
                    RecordedItem before = standing(newest, itemId, expected, change.at());
                    return before.isShownTo(visibility, until)
                            ? unchanged(before)
                            : written(
                                    session,
                                    before,
                                    before.shownTo(visibility, until),
                                    change,
                                    version,
                                    after -> after);
                })
                .chain(changed -> shown(caller, "changeEvidenceVisibility", changed));
    }

    /**
     * States an item anew; takes a withdrawn one up again. What is stated so already is left as it is.
     *
     * @throws Problem NOT_FOUND; INVALID_INPUT; ALREADY_RECORDED if it would become another item's equal
     */
    Uni<ItemView> correct(Caller caller, UUID itemId, StatedItem stated, String reason, Consumer<ItemView> expected) {
        Item item = sound(stated);
        return gate.change((session, newest, version, now) -> {
                    Authored change = new Authored(caller.subject(), reason, now);
                    RecordedItem before = standing(newest, itemId, expected, change.at());
                    if (before.item().equals(item) && !before.isWithdrawn()) {
                        return unchanged(before);
                    }
                    refuseAnothersEqual(newest, itemId, item);
                    return written(session, before, before.restated(item), change, version, after -> after);
                })
                .chain(changed -> shown(caller, "correctEvidence", changed));
    }

    /** @throws Problem NOT_FOUND; STATE_CONFLICT if it is withdrawn already */
    Uni<Reply> withdraw(Caller caller, UUID itemId, String reason) {
        return gate.once(
                200,
                (session, newest, version, now) -> {
                    Authored change = new Authored(caller.subject(), reason, now);
                    RecordedItem before = standing(newest, itemId, view -> {}, change.at());
                    if (before.isWithdrawn()) {
                        throw ProblemType.STATE_CONFLICT.because("The item is withdrawn already.");
                    }
                    return written(session, before, before.withdrawn(change.at()), change, version, WithdrawnItem::of);
                },
                withdrawn -> null);
    }

    private Uni<ItemView> shown(Caller caller, String operation, RecordedItem item) {
        Instant now = clock.instant();
        return readings.keep(caller, operation, now, List.of(item)).replaceWith(() -> ItemView.of(item, now));
    }

    private static Uni<Outcome<RecordedItem>> unchanged(RecordedItem item) {
        return Uni.createFrom().item(Outcome.nothing(item));
    }

    private <T> Uni<Outcome<T>> written(
            StatelessSession session,
            RecordedItem before,
            RecordedItem after,
            Authored change,
            long version,
            Function<RecordedItem, T> result) {
        boolean publicly = before.isPublicAt(change.at()) || after.isPublicAt(change.at());
        return records.add(session, List.of(after), change, version)
                .replaceWith(() -> new Outcome<>(result.apply(after), true, publicly));
    }

    private static RecordedItem standing(EvidenceBook newest, UUID itemId, Consumer<ItemView> expected, Instant now) {
        RecordedItem item = newest.items().find(itemId).orElseThrow(EvidenceDesk::absent);
        expected.accept(ItemView.of(item, now));
        return item;
    }

    private static void refuseAnothersEqual(EvidenceBook newest, UUID itemId, Item item) {
        newest.items()
                .find(item.key())
                .filter(other -> !other.itemId().equals(itemId))
                .ifPresent(other -> {
                    throw ProblemType.ALREADY_RECORDED
                            .because("Another item agrees with this one in kind, label, contest, area, day, source and"
                                    + " particulars.")
                            .with("itemId", other.itemId());
                });
    }

    private Item sound(StatedItem stated) {
        ItemScrutiny scrutiny = ItemScrutiny.of(stated, seats.book(), LocalDate.now(DomainClock.LONDON));
        Faults.refuseAny(scrutiny.faults().stream()
                .map(fault -> FieldError.at("/item" + fault.pointer(), fault.detail()))
                .toList());
        if (stated.visibility() != null || stated.embargoedUntil() != null) {
            Faults.refuseAny(List.of(FieldError.at(
                    stated.visibility() != null ? "/item/visibility" : "/item/embargoedUntil",
                    "must be left out: changeEvidenceVisibility changes who may know of an item")));
        }
        return scrutiny.item();
    }
}
