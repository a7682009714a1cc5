package uk.hustings.polls.intake;

import java.util.List;
import uk.hustings.api.problem.Problem;
import uk.hustings.polls.poll.domain.RecordedPoll;

/** Polls that were sent with other figures than those that are recorded; on its way to the refusal that says so. */
final class AtOdds extends RuntimeException {

    private final transient Problem refusal;
    private final transient List<RecordedPoll> polls;

    private AtOdds(Problem refusal, List<RecordedPoll> polls) {
        super(refusal.getMessage(), null, false, false);
        this.refusal = refusal;
        this.polls = polls;
    }

    /** @throws AtOdds if there are any */
    static void refuse(Sorting sorting) {
        try {
            sorting.receipt();
        } catch (Problem refusal) {
            throw new AtOdds(refusal, sorting.atOdds());
        }
    }

    Problem refusal() {
        return refusal;
    }

    /** As they are recorded. */
    List<RecordedPoll> polls() {
        return polls;
    }
}
