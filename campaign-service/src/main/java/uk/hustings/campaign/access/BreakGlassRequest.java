package uk.hustings.campaign.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.text.PlainText;

/** A locked seat that somebody who holds its key must open now. */
@Schema(name = "BreakGlassRequest", description = "A locked seat of your own local party that must be opened now")
public record BreakGlassRequest(
        @NotBlank @Size(max = 80) @Schema(examples = "swansea-west")
        String localParty,

        @NotNull SeatCode seatCode,

        @PlainText @Schema(examples = "Polling day; the committee room cannot see its list")
        String reason) {}
