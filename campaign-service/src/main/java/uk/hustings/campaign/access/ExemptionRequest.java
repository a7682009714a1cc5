package uk.hustings.campaign.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.intake.Faults;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.text.PlainText;

/** A local party that the policy is to let be. */
@Schema(name = "ExemptionRequest", description = "A local party that the weekly limit is not to apply to for a time")
public record ExemptionRequest(
        @NotBlank @Size(max = 80) @Schema(examples = "swansea-west")
        String localParty,

        @Schema(nullable = true, description = "One of its seats; unsaid, every seat that it has now")
        SeatCode seatCode,

        @NotNull @Schema(examples = "2015-04-26T23:00:00Z", description = "When the exemption ends by itself")
        Instant until,

        @PlainText @Schema(examples = "A council by-election on 23 April")
        String reason) {

    /** @throws uk.hustings.api.problem.Problem INVALID_INPUT if it would be over already */
    void checked(Instant now) {
        if (!until.isAfter(now)) {
            Faults.refuseAny(List.of(FieldError.at("/until", "must lie in the future")));
        }
    }
}
