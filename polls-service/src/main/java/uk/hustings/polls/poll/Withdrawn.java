package uk.hustings.polls.poll;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.RecordedPoll;

/** That a poll was taken back; the poll itself is read as before. */
@Schema(name = "WithdrawnPoll", description = "That a poll was taken back; the poll itself is read as before")
record Withdrawn(
        UUID pollId,

        @Schema(examples = "withdrawn") String status,

        @Schema(description = "The revision that this made", examples = "2")
        int revision) {

    static Withdrawn of(RecordedPoll poll) {
        return new Withdrawn(poll.pollId(), Codes.codeOf(poll.status()), poll.revision());
    }
}
