package uk.hustings.polls.poll;

import java.util.UUID;
import uk.hustings.polls.poll.domain.ReportedPoll;
import uk.hustings.polls.poll.domain.Visibility;

/** A poll that is recorded, with its id. */
public record RecordedPoll(UUID pollId, ReportedPoll poll) {

    boolean isPublic() {
        return poll.visibility() == Visibility.PUBLIC;
    }
}
