package uk.hustings.campaign.contact;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.campaign.contact.domain.StatedCount;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.seatref.Standings.Standing;

/** What was reported, for those who may read it. */
@ApplicationScoped
class ContactReading {

    /** Later than any day of a contact. */
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final ContactRights rights;
    private final ContactWeeks weeks;
    private final ContactLines lines;
    private final BatchHistory history;
    private final Seats seats;
    private final Mutiny.SessionFactory sessions;

    ContactReading(
            ContactRights rights,
            ContactWeeks weeks,
            ContactLines lines,
            BatchHistory history,
            Seats seats,
            Mutiny.SessionFactory sessions) {
        this.rights = rights;
        this.weeks = weeks;
        this.lines = lines;
        this.history = history;
        this.seats = seats;
        this.sessions = sessions;
    }

    /** The weeks of a seat, newest first. */
    Uni<Page<WeekOfSeat>> weeks(
            Caller caller, SeatCode seat, LocalDate from, LocalDate to, Integer limit, String cursor) {
        rights.refuseReading(caller, seat);
        seats.get(seat);
        QueryParameter.refuseBefore("to", to, "from", from);
        PageRequest page = PageRequest.of(limit, cursor, "contact-weeks", seat, from, to, caller.subject());
        return sessions.withStatelessSession(session -> weeks.ofSeat(
                        session, seat, from == null ? StatedCount.FIRST_DAY : from, to == null ? LAST_DAY : to))
                .map(found -> Page.of(
                        found.stream().map(WeekOfSeat::of).toList(),
                        page,
                        week -> week.week() + "/" + week.localParty()));
    }

    Uni<ContactBatchView> batch(Caller caller, SeatCode seat, UUID batchId) {
        rights.refuseReading(caller, seat);
        return sessions.withStatelessSession(session -> history.of(session, seat, batchId));
    }

    /** @param revision null for the one that stands */
    Uni<Page<ContactBatch.Count>> lines(
            Caller caller, SeatCode seat, UUID batchId, Integer revision, Integer limit, String cursor) {
        rights.refuseReading(caller, seat);
        PageRequest page = PageRequest.of(limit, cursor, "contact-lines", batchId, revision, caller.subject());
        return sessions.withStatelessSession(session -> history.summary(session, seat, batchId)
                        .chain(batch -> lines.find(
                                session,
                                batchId,
                                revision == null ? batch.revision() : revision,
                                Objects.requireNonNullElse(page.afterAs(Integer::valueOf), 0),
                                page.limit() + 1)))
                .map(found -> Page.ofRows(found, page, line -> Integer.toString(line.number()))
                        .map(line -> ContactBatch.Count.of(line.count())));
    }

    /** Batches of seats that the caller may read, newest first. */
    Uni<Page<ContactBatchSummary>> batches(Caller caller, BatchFilter filter, Integer limit, String cursor) {
        QueryParameter.refuseBefore("to", filter.to(), "from", filter.from());
        PageRequest page = PageRequest.of(limit, cursor, "contact-batches", filter, caller.subject());
        BatchHistory.Wanted wanted = new BatchHistory.Wanted(
                readable(caller, filter.seat()),
                filter.localParty(),
                filter.from(),
                filter.to(),
                filter.sourceBatchId(),
                filter.status(),
                page.afterId());
        return sessions.withStatelessSession(session -> history.list(session, wanted, page.limit() + 1))
                .map(found -> Page.ofRows(found, page, batch -> batch.batchId().toString()));
    }

    /** @param only null for any */
    record BatchFilter(
            SeatCode seat, String localParty, LocalDate from, LocalDate to, String sourceBatchId, String status) {}

    private List<String> readable(Caller caller, SeatCode only) {
        Predicate<SeatCode> readable = rights.readable(caller);
        return seats.all().stream()
                .map(Standing::seatCode)
                .filter(seat -> only == null || only.equals(seat))
                .filter(readable)
                .map(SeatCode::value)
                .toList();
    }
}
