package uk.hustings.campaign.twinning;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.text.PlainText;
import uk.hustings.campaign.twinning.domain.Step;

/** What the donor says to a twinning. */
@Schema(description = "What the donor says to a twinning; kept for good")
public record TwinningAnswer(
        @NotNull
        @Pattern(regexp = "accepted|refused|ended", message = "must be accepted, refused or ended")
        @Schema(
                examples = "accepted",
                description =
                        "accepted or refused, once; ended, to stop an accepted one early. A refusal locks nobody.")
        String answer,

        @PlainText @Schema(examples = "Two cars every Saturday")
        String reason) {

    Step step() {
        return switch (answer) {
            case "accepted" -> Step.ACCEPT;
            case "refused" -> Step.REFUSE;
            default -> Step.END;
        };
    }
}
