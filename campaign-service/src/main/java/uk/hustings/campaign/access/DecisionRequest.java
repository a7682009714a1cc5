package uk.hustings.campaign.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.intake.Faults;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.text.PlainText;

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

        @PlainText @Schema(examples = "A by-election is near; they are needed at home")
        String reason,

        @Schema(
                nullable = true,
                examples = "2015-04-20T20:00:00Z",
                description = "With locked: when the lock ends by itself; unsaid, when the polls close")
        Instant until,

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

    /**
     * @param pollsClose when a lock ends of which nothing else is said
     * @throws uk.hustings.api.problem.Problem INVALID_INPUT if a time goes with the other outcome, or is over already
     */
    DecisionRequest checked(Instant now, Instant pollsClose) {
        List<FieldError> faults = new ArrayList<>();
        if (exemptUntil != null && (locks() || !exemptUntil.isAfter(now))) {
            faults.add(FieldError.at("/exemptUntil", "goes with restored only, and must lie in the future"));
        }
        if (until != null && (!locks() || !until.isAfter(now))) {
            faults.add(FieldError.at("/until", "goes with locked only, and must lie in the future"));
        }
        if (until == null && locks() && !pollsClose.isAfter(now)) {
            faults.add(FieldError.at("/until", "must be said once the polls have closed"));
        }
        Faults.refuseAny(faults);
        return this;
    }
}
