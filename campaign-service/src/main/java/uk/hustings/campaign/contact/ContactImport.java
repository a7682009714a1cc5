package uk.hustings.campaign.contact;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.api.id.Ids;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.spool.SpooledBody;
import uk.hustings.api.sql.SqlState;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.access.AccessDesk;
import uk.hustings.campaign.access.DecisionFacts;
import uk.hustings.campaign.contact.domain.DayCount;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.contact.domain.PartyWeek;
import uk.hustings.campaign.contact.domain.Tally;
import uk.hustings.campaign.contact.domain.WeekContacts;
import uk.hustings.campaign.localparty.LocalParties;
import uk.hustings.campaign.seatref.Seats;

/** Takes contacts of many local parties and seats in, all that were sent or none. */
@ApplicationScoped
class ContactImport {

    /** The database ends one of two transactions that wait for each other; an import that it ends is done again. */
    private static final String DEADLOCK = "40P01";

    private static final int TRIES_MORE = 3;

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
    private final DomainClock clock;

    ContactImport(
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
        this.clock = clock;
    }

    /** @throws Problem BROKEN_BODY, BODY_TOO_LARGE, INVALID_INPUT, SEAT_OUT_OF_REACH, PARTY_LOCKED, ALREADY_RECORDED */
    Uni<Reply> take(Caller caller, SpooledBody body, ContactForms.Form form) {
        LocalDate today = clock.today();
        return twins.all()
                .chain(twinned -> body.read(in -> read(
                        in,
                        form,
                        new ImportedContacts(
                                new ImportedContacts.Ground(caller, rights, parties, seats, twinned, today)))))
                .chain(sorted -> Uni.createFrom()
                        .deferred(() -> replies.once(201, session -> record(session, caller, sorted), receipt -> null))
                        .onFailure(ContactImport::deadlocked)
                        .retry()
                        .atMost(TRIES_MORE));
    }

    private static ImportedContacts.Sorted read(InputStream body, ContactForms.Form form, ImportedContacts contacts) {
        String source;
        try {
            source = form.read(body, contacts);
        } catch (Problem fault) {
            // Who may not report there at all need not hear what is wrong with the rows.
            contacts.refuseOutOfReach();
            throw fault;
        }
        return contacts.sorted(source);
    }

    private Uni<ContactImportReceipt> record(
            Mutiny.StatelessSession session, Caller caller, ImportedContacts.Sorted sorted) {
        return sources.claim(session, sorted.sourceBatchId(), sorted.digests()).chain(before -> {
            SortedMap<PartySeat, List<DayCount>> fresh = new TreeMap<>(sorted.counts());
            fresh.keySet().removeIf(place -> before.contains(place.localParty()));
            SortedMap<PartyWeek, Tally> sums = new TreeMap<>(sorted.sums());
            sums.keySet().removeIf(week -> before.contains(week.place().localParty()));
            Map<PartySeat, UUID> ids = new HashMap<>();
            fresh.keySet().forEach(place -> ids.put(place, Ids.next()));
            return facts.lockAndLoad(session, fresh.keySet(), caller)
                    .invoke(loaded -> fresh.forEach(
                            (place, counts) -> access.requireMayReport(caller, loaded, place, days(counts))))
                    .chain(loaded -> write(session, loaded, caller, sorted.sourceBatchId(), fresh, ids, sums)
                            .chain(changed -> decided(session, loaded, fresh, ids, changed)))
                    .chain(decided -> receipt(session, sorted, before, decided));
        });
    }

    private Uni<SortedMap<PartyWeek, WeekContacts>> write(
            Mutiny.StatelessSession session,
            DecisionFacts loaded,
            Caller caller,
            String sourceBatchId,
            SortedMap<PartySeat, List<DayCount>> fresh,
            Map<PartySeat, UUID> ids,
            SortedMap<PartyWeek, Tally> sums) {
        return weeks.add(session, sums)
                .call(() -> batches.add(
                        session,
                        fresh.keySet().stream()
                                .map(place -> new ContactBatches.Fresh(ids.get(place), place))
                                .toList(),
                        sourceBatchId,
                        caller.name(),
                        loaded.now()))
                .call(() -> lines.add(
                        session,
                        fresh.entrySet().stream()
                                .flatMap(
                                        group -> ContactLines.of(ids.get(group.getKey()), 0, group.getValue()).stream())
                                .toList()));
    }

    private static List<LocalDate> days(List<DayCount> counts) {
        return counts.stream().map(DayCount::day).distinct().toList();
    }

    /** What follows for access. */
    private Uni<Map<PartySeat, ContactImportReceipt.Batch>> decided(
            Mutiny.StatelessSession session,
            DecisionFacts loaded,
            SortedMap<PartySeat, List<DayCount>> fresh,
            Map<PartySeat, UUID> ids,
            SortedMap<PartyWeek, WeekContacts> changed) {
        Map<PartySeat, List<WeekContacts>> weeksOf = new HashMap<>();
        changed.forEach((week, contacts) -> weeksOf.computeIfAbsent(week.place(), place -> new ArrayList<>())
                .add(contacts));
        return access.afterCounts(session, loaded, weeksOf).map(standings -> {
            Map<PartySeat, ContactImportReceipt.Batch> decided = new HashMap<>();
            fresh.forEach((place, counts) -> decided.put(
                    place,
                    new ContactImportReceipt.Batch(
                            ids.get(place),
                            place.localParty(),
                            place.seat(),
                            ContactImportReceipt.RECORDED,
                            counts.size(),
                            contacts(counts),
                            standings.get(place))));
            return decided;
        });
    }

    private Uni<ContactImportReceipt> receipt(
            Mutiny.StatelessSession session,
            ImportedContacts.Sorted sorted,
            Set<String> before,
            Map<PartySeat, ContactImportReceipt.Batch> decided) {
        return batches.ofSource(session, sorted.sourceBatchId(), before).map(recorded -> {
            recorded.forEach((place, id) -> decided.put(
                    place,
                    new ContactImportReceipt.Batch(
                            id,
                            place.localParty(),
                            place.seat(),
                            ContactImportReceipt.UNCHANGED,
                            sorted.counts().get(place).size(),
                            contacts(sorted.counts().get(place)),
                            null)));
            List<ContactImportReceipt.Batch> all =
                    new TreeMap<>(decided).values().stream().toList();
            int unchanged = recorded.keySet().stream()
                    .mapToInt(place -> sorted.counts().get(place).size())
                    .sum();
            int rows = all.stream().mapToInt(ContactImportReceipt.Batch::rows).sum();
            return new ContactImportReceipt(sorted.sourceBatchId(), rows - unchanged, unchanged, all);
        });
    }

    private static long contacts(List<DayCount> counts) {
        return counts.stream().mapToLong(DayCount::contacts).sum();
    }

    private static boolean deadlocked(Throwable failure) {
        return SqlState.of(failure).filter(DEADLOCK::equals).isPresent();
    }
}
