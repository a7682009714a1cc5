package uk.hustings.campaign.twinning;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.text.PlainText;
import uk.hustings.campaign.twinning.domain.Period;

/**
 * That a local party should help in a target seat.
 *
 * @param target the seat where help is wanted, anywhere in the country
 */
@Schema(description = "That a local party should help in a target seat for a while")
public record TwinningProposal(
        @NotBlank @Size(max = 80) @Schema(examples = "exeter", description = "The local party that gives its time")
        String donor,

        @NotNull SeatCode target,

        @NotNull @Schema(examples = "2015-04-14", description = "First day, in London")
        LocalDate from,

        @NotNull @Schema(examples = "2015-05-07", description = "Last day, in London; at most 366 days in all")
        LocalDate until,

        @NotNull
        @Min(1)
        @Max(100_000)
        @Schema(examples = "240", description = "Activist-hours that the donor is asked for, over the whole period")
        Integer pledgedHours,

        @PlainText @Schema(examples = "Exeter is safe; North Devon is two points away")
        String reason) {

    Period period() {
        return new Period(from, until);
    }

    /** Several proposals in one request. */
    @Schema(name = "TwinningProposals", description = "Several proposals; all are recorded or none")
    public record Several(@NotEmpty @Size(max = MOST) List<@NotNull @Valid TwinningProposal> proposals) {

        static final int MOST = 200;
    }
}
