package uk.hustings.polls.poll;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
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
import uk.hustings.polls.evidence.Readings;
import uk.hustings.polls.evidence.domain.EvidenceBook;
import uk.hustings.polls.poll.domain.Poll;
import uk.hustings.polls.poll.domain.RecordedPoll;
import uk.hustings.polls.poll.domain.Visibility;
import uk.hustings.polls.seatref.Seats;
import uk.hustings.polls.stated.Scrutiny;
import uk.hustings.polls.stated.StatedPoll;

/** Changes a recorded poll. Callers may change every poll; who may not was refused before. */
@ApplicationScoped
class PollChanges {

    private final EvidenceGate gate;
    private final PollRecords records;
    private final Readings readings;
    private final Seats seats;
    private final DomainClock clock;

    PollChanges(EvidenceGate gate, PollRecords records, Readings readings, Seats seats, DomainClock clock) {
        this.gate = gate;
        this.records = records;
        this.readings = readings;
        this.seats = seats;
        this.clock = clock;
    }

    /**
     * Lets others know of a poll than before; what stands so already is left as it is.
     *
     * @param until domain time; null unless embargoed
     * @param expected refuses a poll that is not as its changer read it
     * @throws Problem NOT_FOUND; INVALID_INPUT for an embargo that is over already
     */
    Uni<PollView> show(
            Caller caller,
            UUID pollId,
            Visibility visibility,
            Instant until,
            String reason,
            Consumer<PollView> expected) {
        return gate.change((session, newest, version, now) -> {
                    if (until != null && !until.isAfter(now)) {
                        Faults.refuseAny(List.of(FieldError.at("/embargoedUntil", "must be later than now, " + now)));
                    }
                    Authored change = new Authored(caller.subject(), reason, now);
                    RecordedPoll before = standing(newest, pollId, expected, change.at());
                    RecordedPoll after = before.shownTo(visibility, until);
                    return after.equals(before)
                            ? Uni.createFrom().item(Outcome.nothing(after))
                            : records.show(session, after, change, version)
                                    .replaceWith(outcome(after, before, after, change));
                })
                .chain(poll -> told(caller, "changePollVisibility", poll));
    }

    /**
     * States a poll anew; takes a withdrawn one up again. What is stated so already is left as it is.
     *
     * @throws Problem NOT_FOUND; INVALID_INPUT; SHARES_OFF_SUM; ALREADY_RECORDED if it would become another poll's equal
     */
    Uni<PollView> correct(Caller caller, UUID pollId, StatedPoll stated, String reason, Consumer<PollView> expected) {
        Poll poll = sound(stated);
        return gate.change((session, newest, version, now) -> {
                    Authored change = new Authored(caller.subject(), reason, now);
                    RecordedPoll before = standing(newest, pollId, expected, change.at());
                    if (before.poll().equals(poll) && !before.isWithdrawn()) {
                        return Uni.createFrom().item(Outcome.nothing(before));
                    }
                    newest.find(poll.key())
                            .filter(other -> !other.pollId().equals(pollId))
                            .ifPresent(other -> {
                                throw ProblemType.ALREADY_RECORDED
                                        .because(
                                                "Another poll agrees with this one in kind, pollster, client, population, area and"
                                                        + " days of fieldwork.")
                                        .with("pollId", other.pollId());
                            });
                    RecordedPoll after = before.restated(poll);
                    return records.revise(session, records.written(List.of(after)), change, version)
                            .replaceWith(outcome(after, before, after, change));
                })
                .chain(after -> told(caller, "correctPoll", after));
    }

    /** @throws Problem NOT_FOUND; STATE_CONFLICT if it is withdrawn already */
    Uni<Reply> withdraw(Caller caller, UUID pollId, String reason) {
        return gate.once(
                200,
                (session, newest, version, now) -> {
                    Authored change = new Authored(caller.subject(), reason, now);
                    RecordedPoll before = standing(newest, pollId, view -> {}, change.at());
                    if (before.isWithdrawn()) {
                        throw ProblemType.STATE_CONFLICT.because("The poll is withdrawn already.");
                    }
                    RecordedPoll after = before.withdrawn(change.at());
                    return hide(session, before, after, change, version)
                            .chain(() -> records.revise(session, records.written(List.of(after)), change, version))
                            .replaceWith(outcome(Withdrawn.of(after), before, after, change));
                },
                withdrawn -> null);
    }

    /** What was never public and is taken back does not become public by itself. */
    private Uni<Void> hide(
            StatelessSession session, RecordedPoll before, RecordedPoll after, Authored change, long version) {
        return after.visibility() == before.visibility()
                ? Uni.createFrom().voidItem()
                : records.show(session, after, change, version);
    }

    private static <T> Outcome<T> outcome(T result, RecordedPoll before, RecordedPoll after, Authored change) {
        return new Outcome<>(
                result, true, before.isPublicAt(change.at()) || after.isPublicAt(change.at()), List.of(after));
    }

    private RecordedPoll standing(EvidenceBook newest, UUID pollId, Consumer<PollView> expected, Instant now) {
        RecordedPoll poll = newest.find(pollId).orElseThrow(PollDesk::absent);
        expected.accept(PollView.of(poll, seats.book(), now));
        return poll;
    }

    private Uni<PollView> told(Caller caller, String operation, RecordedPoll poll) {
        Instant now = clock.instant();
        return readings.keep(caller, operation, now, List.of(poll))
                .replaceWith(() -> PollView.of(poll, seats.book(), now));
    }

    private Poll sound(StatedPoll stated) {
        Scrutiny scrutiny = Scrutiny.of(stated, seats.book(), LocalDate.now(DomainClock.LONDON));
        List<FieldError> faults = scrutiny.faults().stream()
                .map(fault -> FieldError.at("/poll" + fault.pointer(), fault.detail()))
                .toList();
        if (!faults.isEmpty() && scrutiny.faults().stream().allMatch(Scrutiny.Fault::isOffSum)) {
            throw ProblemType.SHARES_OFF_SUM
                    .because("The shares of a question do not add up; nothing was written.")
                    .withErrors(faults);
        }
        Faults.refuseAny(faults);
        if (stated.visibility() != null || stated.embargoedUntil() != null) {
            Faults.refuseAny(List.of(FieldError.at(
                    "/poll/visibility", "must be left out: changePollVisibility changes who may know of a poll")));
        }
        return scrutiny.poll();
    }
}
