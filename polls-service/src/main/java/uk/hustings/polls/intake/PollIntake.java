package uk.hustings.polls.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.intake.ImportReceipt;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.polls.intake.SheetOfPolls.Content;
import uk.hustings.polls.intake.SheetOfPolls.Line;
import uk.hustings.polls.intake.domain.Standing;
import uk.hustings.polls.poll.Authored;
import uk.hustings.polls.poll.Polls;
import uk.hustings.polls.poll.RecordedPoll;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.ReportedPoll;
import uk.hustings.polls.poll.domain.SeatPollKey;
import uk.hustings.polls.seatref.Seats;
import uk.hustings.polls.seatref.domain.BoundarySet;
import uk.hustings.polls.seatref.domain.SeatBook;

/** Takes a file of polls, whole or not at all. */
@ApplicationScoped
class PollIntake {

    private static final int MOST_FAULTS_TOLD = 100;

    private final Polls polls;
    private final Seats seats;
    private final KeptReplies replies;
    private final DomainClock clock;
    private final Vertx vertx;

    PollIntake(Polls polls, Seats seats, KeptReplies replies, DomainClock clock, Vertx vertx) {
        this.polls = polls;
        this.seats = seats;
        this.replies = replies;
        this.clock = clock;
        this.vertx = vertx;
    }

    /**
     * Takes a file in.
     *
     * @param author subject of the token
     * @throws Problem BROKEN_BODY, INVALID_INPUT, SHARES_OFF_SUM, ALREADY_RECORDED
     */
    Uni<Reply> take(String csv, String author) {
        SeatBook book = seats.book();
        String inForce = book.setOn(clock.today()).map(BoundarySet::code).orElse(null);
        // What is fielded later than the domain's today may be taken in: the demo lives in the middle of real data.
        LocalDate realToday = LocalDate.now(DomainClock.LONDON);
        Authored intake = new Authored(author, "Imported", clock.instant());
        // A file may have 64 MiB: reading it must not hold up the event loop.
        return Uni.createFrom()
                .completionStage(
                        () -> vertx.executeBlocking(() -> SheetOfPolls.read(csv, book, inForce, realToday), false)
                                .toCompletionStage())
                .chain(content -> replies.once(201, session -> record(session, content, intake), receipt -> null));
    }

    private Uni<ImportReceipt> record(StatelessSession session, Content content, Authored intake) {
        Set<SeatCode> inSeats = content.lines().stream()
                .map(line -> line.poll().key().seatCode())
                .collect(Collectors.toUnmodifiableSet());
        return polls.oneIntakeAtATime(session)
                .chain(() -> polls.inSeats(session, inSeats))
                .chain(recorded -> {
                    Intake sorted = Intake.sort(content.lines(), byKey(recorded));
                    sorted.refuseIfAtOdds();
                    List<String> warnings = new ArrayList<>(content.warnings());
                    warnings.addAll(sorted.warnings());
                    return polls.add(session, sorted.added(), intake)
                            .replaceWith(new ImportReceipt(
                                    sorted.added().size(), sorted.unchanged(), List.copyOf(warnings)));
                });
    }

    private static Map<SeatPollKey, ReportedPoll> byKey(List<RecordedPoll> recorded) {
        return recorded.stream()
                .map(RecordedPoll::poll)
                .collect(Collectors.toUnmodifiableMap(ReportedPoll::key, Function.identity()));
    }

    /** The lines of a file by how they stand to what is recorded. */
    private record Intake(List<ReportedPoll> added, int unchanged, List<FieldError> atOdds, List<String> warnings) {

        static Intake sort(List<Line> lines, Map<SeatPollKey, ReportedPoll> recorded) {
            List<ReportedPoll> added = new ArrayList<>();
            List<FieldError> atOdds = new ArrayList<>();
            List<String> warnings = new ArrayList<>();
            int unchanged = 0;
            for (Line line : lines) {
                ReportedPoll known = recorded.get(line.poll().key());
                Standing standing = Standing.of(line.poll(), known);
                if (standing instanceof Standing.New) {
                    added.add(line.poll());
                } else if (standing instanceof Standing.AtOdds odds) {
                    odds.differences().forEach(difference -> atOdds.add(fault(line.number(), difference)));
                } else {
                    unchanged++;
                    if (known.visibility() != line.poll().visibility()) {
                        warnings.add("Line %d: the poll stays %s; changePollVisibility changes that"
                                .formatted(line.number(), Codes.codeOf(known.visibility())));
                    }
                }
            }
            return new Intake(added, unchanged, atOdds, warnings);
        }

        void refuseIfAtOdds() {
            if (!atOdds.isEmpty()) {
                throw ProblemType.ALREADY_RECORDED
                        .because("%d figures differ from what is recorded; nothing was written."
                                .formatted(atOdds.size()))
                        .withErrors(atOdds.subList(0, Math.min(MOST_FAULTS_TOLD, atOdds.size())));
            }
        }

        private static FieldError fault(int line, Standing.Difference difference) {
            return FieldError.inRow(
                    line,
                    difference.column(),
                    "is recorded as %s, was %s".formatted(told(difference.recorded()), told(difference.reported())));
        }

        private static Object told(Object figure) {
            return figure == null ? "not known" : figure;
        }
    }
}
