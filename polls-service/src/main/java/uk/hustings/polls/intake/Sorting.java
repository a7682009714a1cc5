package uk.hustings.polls.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.hustings.api.id.Ids;
import uk.hustings.api.intake.Faults;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.polls.evidence.domain.EvidenceBook;
import uk.hustings.polls.intake.Batch.Gathered;
import uk.hustings.polls.intake.domain.Standing;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.RecordedPoll;
import uk.hustings.polls.poll.domain.Status;
import uk.hustings.polls.poll.domain.Visibility;

/** What was sent, by how it stands to what is recorded. */
final class Sorting {

    private static final int MOST_FAULTS_TOLD = 100;

    private final Instant now;
    private final List<RecordedPoll> added = new ArrayList<>();
    private final List<RecordedPoll> grown = new ArrayList<>();
    private final List<RecordedPoll> atOdds = new ArrayList<>();
    private final List<FieldError> differences = new ArrayList<>();
    private final Faults faults = new Faults();
    private final Warnings warnings = new Warnings();
    private int created;
    private int unchanged;

    private Sorting(Instant now) {
        this.now = now;
    }

    /**
     * Sorts a batch.
     *
     * @param now domain time
     * @throws uk.hustings.api.problem.Problem INVALID_INPUT if an embargo of a new poll is over already
     */
    static Sorting of(Batch batch, EvidenceBook recorded, Instant now) {
        Sorting sorting = new Sorting(now);
        batch.warnings().forEach(sorting.warnings::add);
        batch.polls()
                .forEach(poll ->
                        sorting.take(poll, recorded.find(poll.poll().key()).orElse(null)));
        sorting.faults.refuse();
        return sorting;
    }

    /** Polls that are new. */
    List<RecordedPoll> added() {
        return added;
    }

    /** Recorded polls of which something new is told. */
    List<RecordedPoll> grown() {
        return grown;
    }

    /** Recorded polls that were sent with other figures. */
    List<RecordedPoll> atOdds() {
        return atOdds;
    }

    boolean changesAnything() {
        return !added.isEmpty() || !grown.isEmpty();
    }

    /** All polls that stand otherwise afterwards. */
    List<RecordedPoll> changed() {
        return Stream.concat(added.stream(), grown.stream()).toList();
    }

    /** Whether everybody may notice what changes. */
    boolean changesWhatIsPublic() {
        return added.stream().anyMatch(poll -> poll.isPublicAt(now))
                || grown.stream().anyMatch(poll -> poll.isPublicAt(now));
    }

    /** @throws uk.hustings.api.problem.Problem ALREADY_RECORDED naming what differs */
    PollImportReceipt receipt() {
        if (!differences.isEmpty()) {
            throw ProblemType.ALREADY_RECORDED
                    .because("%d figures differ from what is recorded; nothing was written."
                            .formatted(differences.size()))
                    .withErrors(differences.subList(0, Math.min(MOST_FAULTS_TOLD, differences.size())));
        }
        return new PollImportReceipt(created, unchanged, added.size(), warnings.told());
    }

    private void take(Gathered sent, RecordedPoll recorded) {
        Standing standing = Standing.of(sent.poll(), recorded);
        if (standing instanceof Standing.New) {
            add(sent);
        } else if (standing instanceof Standing.AtOdds odds) {
            atOdds.add(recorded);
            odds.differences().forEach(difference -> differences.add(fault(sent, difference)));
        } else if (standing instanceof Standing.Grown more) {
            grown.add(recorded.restated(more.whole()));
            int anew = Math.max(1, more.questions().size());
            created += anew;
            unchanged += sent.items().size() - anew;
            warnOfVisibility(sent, recorded);
        } else {
            unchanged += sent.items().size();
            warnOfVisibility(sent, recorded);
        }
    }

    private void add(Gathered sent) {
        if (sent.embargoedUntil() != null && !sent.embargoedUntil().isAfter(now)) {
            faults.add(sent.place().fault("embargoedUntil", "must be later than now, " + now));
            return;
        }
        created += sent.items().size();
        added.add(new RecordedPoll(
                Ids.next(), sent.poll(), sent.visibility(), sent.embargoedUntil(), Status.RECORDED, 1, now));
    }

    private void warnOfVisibility(Gathered sent, RecordedPoll recorded) {
        Visibility stays = recorded.visibilityAt(now);
        if (stays != sent.visibility() && recorded.visibility() != sent.visibility()) {
            String name = sent.place().name();
            warnings.add("%s: the poll stays %s; changePollVisibility changes that"
                    .formatted(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1), Codes.codeOf(stays)));
        }
    }

    private static FieldError fault(Gathered sent, Standing.Difference difference) {
        Place place = difference.question() == null ? sent.place() : sent.placeOf(difference.question());
        return place.fault(
                difference.field(),
                "is recorded as %s, was %s"
                        .formatted(Batch.told(difference.recorded()), Batch.told(difference.reported())));
    }
}
