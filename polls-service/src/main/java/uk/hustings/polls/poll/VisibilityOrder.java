package uk.hustings.polls.poll;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who shall know of a poll from now on, and why. */
@Schema(name = "PollVisibility", description = "Who shall know of a poll from now on, and why")
public record VisibilityOrder(
        @NotNull
        @Pattern(regexp = "private|public", message = "must be private or public")
        @Schema(examples = "public", description = "private or public")
        String visibility,

        @NotBlank
        @Size(max = 1000)
        @Pattern(regexp = "\\P{Cntrl}*", message = "must be text without control characters")
        @Schema(examples = "Published by the MP on 22 September")
        String reason) {}
