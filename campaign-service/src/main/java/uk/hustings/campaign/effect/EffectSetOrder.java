package uk.hustings.campaign.effect;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.text.PlainText;

/** What a version of an effect set says. */
@Schema(name = "EffectSetOrder", description = "What a version of an effect set says")
public record EffectSetOrder(
        @PlainText(max = 200) @Schema(examples = "Our own trials")
        String title,

        @NotNull
        @Schema(
                examples = "general",
                description = "general, local or by-election: the kind of election in which the effects were measured")
        String context,

        @NotNull @Size(min = 1, max = 6) @Schema(description = "1 to 6; work without an effect here has none")
        List<@NotNull @Valid StatedEffect> effects,

        @PlainText
        @Schema(examples = "The trial of May 2014 is analysed", description = "Why it is written; kept for good")
        String reason) {

    /** A set with its id. */
    @Schema(name = "NewEffectSet", description = "A set of effects with the id that it will keep")
    public record New(
            @NotNull
            @Size(max = 80)
            @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "must be lower-case words joined by hyphens")
            @Schema(examples = "own-trials", description = "Lower-case words joined by hyphens; up to 80 characters")
            String id,

            @NotNull @Valid EffectSetOrder set) {}
}
