package uk.hustings.seats.election;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.seats.facts.domain.Facts;

/** A result as it was stated at one time, as the API shows it. Who stated it is for auditors, not for the public. */
@Schema(name = "ResultRevision")
record RevisionView(
        @Schema(description = "1 for the first; the highest counts", examples = "2")
        int revision,

        @Schema(description = "Real time", examples = "2015-05-09T10:21:00Z")
        Instant recordedAt,

        @Schema(
                nullable = true,
                description = "Why it replaced the one before; null for the first",
                examples = "Recount")
        String correction,

        ContestView result) {

    static RevisionView of(Elections.Statement statement, Facts facts) {
        return new RevisionView(
                statement.revision().number(),
                statement.recordedAt(),
                statement.revision().correction(),
                ContestView.of(statement.contest(), facts));
    }
}
