package uk.hustings.polls.indicator;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import uk.hustings.api.id.Ids;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.intake.Faults;
import uk.hustings.api.intake.ImportReceipt;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
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

/** Takes items in, all of them or none. */
@ApplicationScoped
class ItemIntake {

    private final EvidenceGate gate;
    private final ItemRecords records;
    private final Seats seats;
    private final DomainClock clock;

    ItemIntake(EvidenceGate gate, ItemRecords records, Seats seats, DomainClock clock) {
        this.gate = gate;
        this.records = records;
        this.seats = seats;
        this.clock = clock;
    }

    /** An item of the import as it would be recorded. */
    private record Sound(Item item, Visibility visibility, Instant embargoedUntil) {}

    /**
     * @param author subject of the token
     * @throws Problem INVALID_INPUT, ALREADY_RECORDED
     */
    Uni<Reply> take(List<StatedItem> stated, String author) {
        Authored intake = new Authored(author, "Imported", clock.instant());
        List<String> warnings = new ArrayList<>();
        List<Sound> sound = sound(stated, intake.at(), warnings);
        return gate.once(
                201,
                (session, newest, version) -> record(session, newest, sound, List.copyOf(warnings), intake, version),
                receipt -> null);
    }

    private List<Sound> sound(List<StatedItem> stated, Instant now, List<String> warnings) {
        SeatBook book = seats.book();
        // What really happened is told by real time, not by the day that the domain believes it is.
        LocalDate realToday = LocalDate.now(DomainClock.LONDON);
        List<FieldError> faults = new ArrayList<>();
        List<Sound> sound = new ArrayList<>();
        for (int i = 0; i < stated.size(); i++) {
            String pointer = "/items/" + i;
            ItemScrutiny scrutiny = ItemScrutiny.of(stated.get(i), book, realToday);
            scrutiny.faults().forEach(fault -> faults.add(FieldError.at(pointer + fault.pointer(), fault.detail())));
            scrutiny.warnings().forEach(warning -> warnings.add(pointer + warning.pointer() + ": " + warning.detail()));
            if (stated.get(i) != null) {
                Visibility visibility = visibility(pointer, stated.get(i), now, faults);
                sound.add(new Sound(scrutiny.item(), visibility, stated.get(i).embargoedUntil()));
            }
        }
        Faults.refuseAny(faults);
        return sound;
    }

    private static Visibility visibility(String pointer, StatedItem stated, Instant now, List<FieldError> faults) {
        if (stated.visibility() != null && !Codes.all(Visibility.class).contains(stated.visibility())) {
            faults.add(FieldError.at(pointer + "/visibility", "must be one of " + Codes.all(Visibility.class)));
            return null;
        }
        Visibility visibility = Visibility.unlessSaid(
                stated.visibility() == null ? null : Codes.read(Visibility.class, stated.visibility()));
        Instant until = stated.embargoedUntil();
        if (visibility == Visibility.EMBARGOED ? until == null || !until.isAfter(now) : until != null) {
            faults.add(FieldError.at(
                    pointer + "/embargoedUntil",
                    visibility == Visibility.EMBARGOED
                            ? "must say when the embargo ends, later than now, " + now
                            : "must be left out: only an embargo ends"));
        }
        return visibility;
    }

    private Uni<Outcome<ImportReceipt>> record(
            StatelessSession session,
            EvidenceBook newest,
            List<Sound> sound,
            List<String> told,
            Authored intake,
            long version) {
        Map<ItemKey, RecordedItem> added = new HashMap<>();
        List<RecordedItem> inOrder = new ArrayList<>();
        List<FieldError> atOdds = new ArrayList<>();
        List<String> warnings = new ArrayList<>(told);
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
        ImportReceipt receipt =
                new ImportReceipt(inOrder.size(), sound.size() - inOrder.size(), List.copyOf(warnings));
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
