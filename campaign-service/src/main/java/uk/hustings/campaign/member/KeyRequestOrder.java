package uk.hustings.campaign.member;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Asks for the key of a local party. */
@Schema(description = "Asks that a member of a local party be given its key")
public record KeyRequestOrder(
        @NotBlank
        @Size(max = 255)
        @Pattern(regexp = "[^\\p{Cntrl}\\p{Cs}]*", message = "must have no control character")
        @Schema(examples = "exeter-canvasser", description = "The member who would hold it, by the name of its account")
        String account,

        @NotBlank @Size(max = 1000) @Schema(examples = "Polling day at the Exeter centre")
        String reason) {}
