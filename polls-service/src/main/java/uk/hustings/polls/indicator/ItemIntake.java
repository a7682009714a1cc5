package uk.hustings.polls.indicator;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import uk.hustings.api.id.Ids;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.intake.ImportReceipt;
import uk.hustings.api.intake.JsonItems;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.spool.SpooledBody;
import uk.hustings.api.time.DomainClock;
import uk.hustings.polls.evidence.EvidenceGate;
import uk.hustings.polls.evidence.EvidenceGate.Outcome;
import uk.hustings.polls.evidence.domain.EvidenceBook;
import uk.hustings.polls.indicator.domain.Item;
import uk.hustings.polls.indicator.domain.ItemKey;
import uk.hustings.polls.indicator.domain.RecordedItem;
import uk.hustings.polls.poll.Authored;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Status;
import uk.hustings.polls.poll.domain.Visibility;
import uk.hustings.polls.seatref.Seats;
import uk.hustings.polls.seatref.domain.SeatBook;
import uk.hustings.polls.stated.ItemScrutiny;
import uk.hustings.polls.stated.StatedItem;
import uk.hustings.polls.stated.StatedVisibility;

/** Takes items in, all of them or none. */
@ApplicationScoped
class ItemIntake {

    private final EvidenceGate gate;
    private final ItemRecords records;
    private final Seats seats;
    private final ObjectMapper json;

    ItemIntake(EvidenceGate gate, ItemRecords records, Seats seats, ObjectMapper json) {
        this.gate = gate;
        this.records = records;
        this.seats = seats;
        this.json = json;
    }

    /** An item of the import as it would be recorded. */
    private record Sound(Item item, Visibility visibility, Instant embargoedUntil) {}

    private record Batch(List<Sound> items, List<String> warnings) {}

    /**
     * @param author subject of the token
     * @throws Problem BROKEN_BODY, BODY_TOO_LARGE, INVALID_INPUT, ALREADY_RECORDED
     */
    Uni<Reply> take(SpooledBody body, String author) {
        SeatBook book = seats.book();
        return body.read(in -> read(in, book))
                .chain(batch -> gate.once(
                        201,
                        (session, newest, version, now) ->
                                record(session, newest, batch, new Authored(author, "Imported", now), version),
                        receipt -> null));
    }

    private Batch read(InputStream body, SeatBook book) {
        // What really happened is told by real time, not by the day that the domain believes it is.
        LocalDate realToday = LocalDate.now(DomainClock.LONDON);
        List<String> warnings = new ArrayList<>();
        List<Sound> items = JsonItems.of(json, body, "items", StatedItem.class, ItemImport.MOST_ITEMS)
                .all(stated -> {
                    ItemScrutiny scrutiny = ItemScrutiny.of(stated.value(), book, realToday);
                    scrutiny.faults().forEach(fault -> stated.fault(fault.pointer(), fault.detail()));
                    scrutiny.warnings()
                            .forEach(warning ->
                                    warnings.add(stated.place() + warning.pointer() + ": " + warning.detail()));
                    Instant until = stated.value().embargoedUntil();
                    Visibility said = StatedVisibility.read(
                            stated.value().visibility(), until, (field, detail) -> stated.fault("/" + field, detail));
                    return new Sound(scrutiny.item(), Visibility.unlessSaid(said), until);
                });
        return new Batch(items, List.copyOf(warnings));
    }

    private Uni<Outcome<ImportReceipt>> record(
            StatelessSession session, EvidenceBook newest, Batch batch, Authored intake, long version) {
        Map<ItemKey, RecordedItem> added = new HashMap<>();
        List<RecordedItem> inOrder = new ArrayList<>();
        List<FieldError> atOdds = new ArrayList<>();
        List<Sound> sound = batch.items();
        List<String> warnings = new ArrayList<>(batch.warnings());
        for (int i = 0; i < sound.size(); i++) {
            Sound given = sound.get(i);
            ItemKey key = given.item().key();
            RecordedItem known = newest.items().find(key).orElse(added.get(key));
            if (known == null) {
                RecordedItem item = recorded(given, intake.at());
                added.put(key, item);
                inOrder.add(item);
            } else if (known.isWithdrawn() || !known.item().equals(given.item())) {
                atOdds.add(FieldError.at("/items/" + i, difference(known, added.containsKey(key))));
            } else if (known.visibility() != given.visibility()) {
                warnings.add("/items/%d: the item stays %s; changeEvidenceVisibility changes that"
                        .formatted(i, Codes.codeOf(known.visibility())));
            }
        }
        refuseAny(atOdds);
        boolean publicly = inOrder.stream().anyMatch(item -> item.isPublicAt(intake.at()));
        ImportReceipt receipt = new ImportReceipt(inOrder.size(), sound.size() - inOrder.size(), List.copyOf(warnings));
        return records.add(session, inOrder, intake, version)
                .replaceWith(() -> new Outcome<>(receipt, !inOrder.isEmpty(), publicly));
    }

    private static RecordedItem recorded(Sound given, Instant now) {
        return new RecordedItem(
                Ids.next(), given.item(), given.visibility(), given.embargoedUntil(), Status.RECORDED, 1, 1, now);
    }

    private static String difference(RecordedItem known, boolean sentToo) {
        if (sentToo) {
            return "is one of the items before, with other content";
        }
        return known.isWithdrawn()
                ? "is recorded as %s and withdrawn; correctEvidence takes it up again".formatted(known.itemId())
                : "is recorded as %s with other content; correctEvidence changes it".formatted(known.itemId());
    }

    private static void refuseAny(List<FieldError> atOdds) {
        if (!atOdds.isEmpty()) {
            throw ProblemType.ALREADY_RECORDED
                    .because("%d items differ from what is recorded; nothing was written.".formatted(atOdds.size()))
                    .withErrors(atOdds.subList(0, Math.min(100, atOdds.size())));
        }
    }
}
