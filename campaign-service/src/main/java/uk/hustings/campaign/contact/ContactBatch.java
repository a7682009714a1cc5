package uk.hustings.campaign.contact;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.intake.Faults;
import uk.hustings.api.problem.FieldError;
import uk.hustings.campaign.contact.domain.DayCount;
import uk.hustings.campaign.contact.domain.StatedCount;

/** Contacts made by one local party in one seat, as they are reported. No voter is named. */
@Schema(description = "Contacts made by one local party in one seat; counts, never voters")
public record ContactBatch(
        @Size(max = 80)
        @Schema(
                examples = "swansea-west",
                nullable = true,
                description = "Who made them; unsaid, the caller's own local party, or else the seat's")
        String localParty,

        @Size(min = 1, max = 128)
        @Schema(
                examples = "canvass-2015-04-14-a",
                nullable = true,
                description = "The batch's id in the system that it comes from; counts once per local party")
        String sourceBatchId,

        @NotEmpty @Size(max = 1000) List<@NotNull @Valid Count> counts) {

    /**
     * Checks lines, all of them.
     *
     * @throws uk.hustings.api.problem.Problem INVALID_INPUT naming every field at fault
     */
    static List<DayCount> checked(List<Count> counts, LocalDate today) {
        List<FieldError> faults = new ArrayList<>();
        List<DayCount> checked = new ArrayList<>();
        for (int line = 0; line < counts.size(); line++) {
            String at = "/counts/" + line + "/";
            checked.add(counts.get(line)
                    .stated()
                    .check(
                            today,
                            (field, detail) -> faults.add(FieldError.at(at + CanvassCodes.within(field), detail))));
        }
        Faults.refuseAny(faults);
        return checked;
    }

    /** The lines of a batch may be read before they are checked. */
    public List<LocalDate> days() {
        return counts == null
                ? List.of()
                : counts.stream().filter(Objects::nonNull).map(Count::day).toList();
    }

    /** Contacts on one day by one channel. */
    @Schema(description = "Contacts on one day by one channel")
    public record Count(
            @NotNull @Schema(examples = "2015-04-14", description = "London day on which they were made")
            LocalDate day,

            @NotNull
            @Schema(
                    examples = "doorstep",
                    description = "doorstep, phone, leaflet, direct-mail, digital or street-stall")
            String channel,

            @Min(0)
            @Max(1_000_000)
            @Schema(examples = "700", nullable = true, description = "Doors, calls or letters tried; null if unknown")
            Integer attempts,

            @NotNull @Min(0) @Max(1_000_000) @Schema(examples = "500", description = "Voters spoken to or reached")
            Integer contacts,

            @Valid @Schema(nullable = true, description = "What was found, by canvass code; null if unknown")
            CanvassCodes codes) {

        static Count of(DayCount count) {
            return new Count(
                    count.day(),
                    count.channel().code(),
                    count.attempts(),
                    count.contacts(),
                    CanvassCodes.of(count.codes()));
        }

        StatedCount stated() {
            return new StatedCount(day, channel, attempts, contacts, CanvassCodes.known(codes));
        }
    }
}
