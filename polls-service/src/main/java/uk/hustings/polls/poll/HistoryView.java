package uk.hustings.polls.poll;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.polls.stated.StatedPoll;

/** What has happened to a poll, the first first. Who did it is told to those who change polls and to auditors. */
@Schema(name = "PollHistory", description = "What has happened to a poll, the first first")
record HistoryView(
        UUID pollId,

        @Schema(description = "What was stated of it; the last counts")
        List<RevisionView> revisions,

        @Schema(description = "Who was let know of it; an embargo that ended by itself has no author")
        List<VisibilityView> visibility) {

    /** A poll as it was stated at one time. */
    @Schema(name = "PollRevision")
    record RevisionView(
            @Schema(description = "1 for the first", examples = "2")
            int revision,

            @Schema(description = "recorded or withdrawn", examples = "recorded")
            String status,

            @Schema(examples = "2015-04-14T11:00:00Z") Instant recordedAt,
            @Schema(examples = "Imported") String reason,

            @Schema(
                    nullable = true,
                    description = "Account; null unless the caller may change polls or audit who reads them",
                    examples = "6f1c2a9e-1f0b-4c57-8a53-2f0d3c1b7e44")
            String author,

            StatedPoll poll) {}

    /** Who was let know of a poll at one time. */
    @Schema(name = "PollVisibilityEvent")
    record VisibilityView(
            @Schema(description = "private, embargoed, leaked or public", examples = "public")
            String visibility,

            @Schema(nullable = true, examples = "2015-04-20T21:00:00Z")
            Instant embargoedUntil,

            @Schema(examples = "2015-04-14T11:00:00Z") Instant changedAt,
            @Schema(examples = "Imported") String reason,

            @Schema(
                    nullable = true,
                    description = "Account; null unless the caller may change polls or audit who reads them",
                    examples = "6f1c2a9e-1f0b-4c57-8a53-2f0d3c1b7e44")
            String author) {}
}
