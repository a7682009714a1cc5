package uk.hustings.campaign.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;

/** A person's decision about a local party in a seat. */
@Schema(description = "A person's decision about a local party in a seat")
public record DecisionRequest(
        @NotBlank @Size(max = 80) @Schema(examples = "swansea-west")
        String localParty,

        @NotNull SeatCode seatCode,

        @NotNull
        @Pattern(regexp = LOCKED + "|" + RESTORED, message = "must be locked or restored")
        @Schema(examples = "restored", description = "locked or restored")
        String outcome,

        @NotBlank @Size(max = 1000) @Schema(examples = "A by-election is near; they are needed at home")
        String reason) {

    private static final String LOCKED = "locked";
    private static final String RESTORED = "restored";

    boolean locks() {
        return LOCKED.equals(outcome);
    }
}
