package uk.hustings.polls.evidence;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That somebody was shown a poll that was not public. */
@Schema(name = "PollReading", description = "That somebody was shown a poll that was not public")
record Reading(
        UUID readingId,
        UUID pollId,

        @Schema(description = "Account", examples = "6f1c2a9e-1f0b-4c57-8a53-2f0d3c1b7e44")
        String reader,

        @Schema(description = "operationId of what was called", examples = "listPolls")
        String operation,

        @Schema(examples = "2015-04-14T11:00:00Z") Instant readAt) {

    static Reading of(Row row) {
        return new Reading(
                row.getUUID(0),
                row.getUUID(1),
                row.getString(2),
                row.getString(3),
                row.getOffsetDateTime(4).toInstant());
    }
}
