package uk.hustings.campaign.strategy;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.intake.Faults;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.text.PlainText;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;

/** A list of targets to be published: all seats of some classes, or seats in an order of one's own. */
@Schema(name = "TargetListOrder", description = "A list of targets to be published: give either classes or seatCodes")
public record TargetListOrder(
        @NotNull
        @Size(max = 80)
        @Pattern(regexp = TargetListOrder.NAME, message = "must be lower-case words joined by hyphens")
        @Schema(examples = "106-targets", description = "Lower-case words joined by hyphens; up to 80 characters")
        String name,

        @Size(min = 1, max = 4)
        @Schema(
                nullable = true,
                examples = "[\"key\", \"battleground\"]",
                description = "Every seat that has one of these classes now, nearest target first")
        List<
                        @NotNull
                        @Pattern(
                                regexp = "key|battleground|defensive|non-battleground",
                                message = "must be key, battleground, defensive or non-battleground")
                        String>
                classes,

        @Size(min = 1, max = 650) @Schema(nullable = true, description = "These seats, first target first; each once")
        List<@NotNull SeatCode> seatCodes,

        @PlainText
        @Schema(examples = "The list that the campaign was announced with", description = "Why it is published")
        String reason) {

    static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";

    /** @throws uk.hustings.api.problem.Problem INVALID_INPUT naming what bean validation cannot see */
    TargetListOrder checked(Seats known) {
        List<FieldError> faults = new ArrayList<>();
        if ((classes == null) == (seatCodes == null)) {
            faults.add(FieldError.at("/seatCodes", "give either classes or seatCodes"));
        }
        Map<SeatCode, Integer> earlier = new HashMap<>();
        for (int index = 0; seatCodes != null && index < seatCodes.size(); index++) {
            SeatCode seat = seatCodes.get(index);
            String at = "/seatCodes/" + index;
            if (known.find(seat).isEmpty()) {
                faults.add(FieldError.at(at, "no seat has the code " + seat));
            }
            Integer before = earlier.putIfAbsent(seat, index);
            if (before != null) {
                faults.add(FieldError.at(at, "stands in /seatCodes/%d already".formatted(before)));
            }
        }
        Faults.refuseAny(faults);
        return this;
    }

    /** null if the list does not rest on classes */
    List<BattlegroundClass> wantedClasses() {
        return classes == null
                ? null
                : classes.stream().distinct().map(Classes::wanted).sorted().toList();
    }
}
