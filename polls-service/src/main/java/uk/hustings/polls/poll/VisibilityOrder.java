package uk.hustings.polls.poll;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.text.PlainText;

/** Who shall know of a poll from now on, and why. */
@Schema(name = "PollVisibility", description = "Who shall know of a poll from now on, and why")
public record VisibilityOrder(
        @NotNull
        @Pattern(regexp = "private|embargoed|leaked|public", message = "must be private, embargoed, leaked or public")
        @Schema(examples = "public", description = "private, embargoed, leaked or public")
        String visibility,

        @Schema(
                nullable = true,
                description = "Of an embargo, and of nothing else: when the poll is public by itself",
                examples = "2015-04-20T21:00:00Z")
        Instant embargoedUntil,

        @PlainText @Schema(examples = "Published by the MP on 22 September")
        String reason) {}
