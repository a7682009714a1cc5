package uk.hustings.campaign.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.ProblemType;

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
        String reason,

        @Schema(
                nullable = true,
                examples = "2015-04-19T23:00:00Z",
                description = "With restored: until when the weekly limit does not apply; unsaid, until the ISO"
                        + " week is over, or the restoration would not last a batch")
        Instant exemptUntil) {

    private static final String LOCKED = "locked";
    private static final String RESTORED = "restored";

    boolean locks() {
        return LOCKED.equals(outcome);
    }

    /** @throws uk.hustings.api.problem.Problem INVALID_INPUT if the exemption goes with a lock or is over already */
    DecisionRequest checked(Instant now) {
        if (exemptUntil != null && (locks() || !exemptUntil.isAfter(now))) {
            throw ProblemType.INVALID_INPUT
                    .because("Mend the fields that are named.")
                    .withErrors(List.of(
                            FieldError.at("/exemptUntil", "goes with restored only, and must lie in the future")));
        }
        return this;
    }
}
