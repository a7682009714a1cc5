package uk.hustings.campaign.strategy;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.text.PlainText;

/** Which class a seat shall have, and why. */
@Schema(name = "SeatClassOrder", description = "Which class a seat shall have, and why")
public record ClassOrder(
        @NotNull
        @Pattern(regexp = Classes.WANTED, message = Classes.WANTED_IN_WORDS)
        @Schema(
                examples = "key",
                description = "key, battleground, defensive or non-battleground; rule gives the seat back to the rule")
        String battlegroundClass,

        @PlainText @Schema(examples = "Lord Ashcroft has us ahead by four points")
        String reason) {}
