package uk.hustings.campaign.strategy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;

/**
 * A change of a seat's class, on the wire.
 *
 * @param number grows with every change of any seat; told to nobody
 */
@Schema(name = "ClassChange", description = "A change of a seat's class: by a person, or by another rule")
public record ClassChangeView(
        @JsonIgnore @Schema(hidden = true) long number,

        @Schema(description = "The same for all seats that were changed together")
        UUID changeId,

        SeatCode seatCode,

        @Schema(examples = "battleground") String fromClass,

        @Schema(examples = "key") String toClass,

        @Schema(examples = "hand", description = "hand, or rule: from then on")
        String classedBy,

        @Schema(examples = "1", description = "Version of the rule in force from then on")
        int ruleVersion,

        @Schema(examples = "national.organiser", description = "Account of the person who decided")
        String author,

        @Schema(examples = "Lord Ashcroft has us ahead by four points")
        String reason,

        @Schema(examples = "2015-04-14T11:00:00Z") Instant decidedAt) {}
