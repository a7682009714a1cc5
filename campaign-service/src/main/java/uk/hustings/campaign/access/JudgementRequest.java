package uk.hustings.campaign.access;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.intake.Faults;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.text.PlainText;

/** How an appeal is judged. */
@Schema(name = "AppealJudgementRequest", description = "How an appeal is judged, and why")
public record JudgementRequest(
        @NotNull
        @Pattern(regexp = UPHELD + "|dismissed", message = "must be upheld or dismissed")
        @Schema(examples = "upheld", description = "upheld or dismissed")
        String outcome,

        @PlainText @Schema(examples = "The count holds a leaflet round; they may go on")
        String reason,

        @Schema(
                nullable = true,
                examples = "2015-04-19T23:00:00Z",
                description =
                        "With upheld: until when the weekly limit does not apply; unsaid, until the ISO week is over")
        Instant exemptUntil) {

    static final String UPHELD = "upheld";

    boolean upholds() {
        return UPHELD.equals(outcome);
    }

    /** @throws uk.hustings.api.problem.Problem INVALID_INPUT if the time goes with a dismissal, or is over already */
    void checked(Instant now) {
        if (exemptUntil != null && (!upholds() || !exemptUntil.isAfter(now))) {
            Faults.refuseAny(
                    List.of(FieldError.at("/exemptUntil", "goes with upheld only, and must lie in the future")));
        }
    }
}
