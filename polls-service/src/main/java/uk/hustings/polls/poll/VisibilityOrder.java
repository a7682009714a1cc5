package uk.hustings.polls.poll;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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

        @NotBlank
        @Size(max = 1000)
        @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*", message = "must be text without control characters")
        @Schema(examples = "Published by the MP on 22 September")
        String reason) {}
