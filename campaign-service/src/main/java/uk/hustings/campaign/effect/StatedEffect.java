package uk.hustings.campaign.effect;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.text.PlainText;

/** An effect as it is sent. What its figures must be, {@link EffectSetValidator} checks by the rules of the domain. */
@Schema(name = "StatedEffect", description = "What one kind of work does")
public record StatedEffect(
        @NotNull
        @Schema(
                examples = "doorstep",
                description = "doorstep, phone, leaflet, direct-mail, organiser or visit; each once at most")
        String channel,

        @NotNull
        @Schema(
                examples = "points-per-contact",
                description =
                        "points-per-contact (percentage points of the outcome for each contacted supporter), or for a"
                                + " visit points-of-lead")
        String unit,

        @NotNull
        @Schema(
                examples = "turnout",
                description = "turnout, which counts once in the lead, or share, which counts twice")
        String outcome,

        @NotNull @Schema(examples = "2.5", description = "0 to 20 points")
        BigDecimal value,

        @NotNull @Schema(examples = "0.38", description = "0 to 20 points")
        BigDecimal standardError,

        @Schema(
                nullable = true,
                examples = "4",
                description = "Weeks after which half of it is left, more than 0 to 520; it lasts unless given")
        BigDecimal halfLifeWeeks,

        @Schema(
                nullable = true,
                examples = "10",
                description =
                        "Contacts that an hour or an item makes, more than 0 to 1,000; 10 an hour and 1 an item unless"
                                + " given; none for a visit")
        BigDecimal contactsPerUnit,

        @PlainText
        @Schema(
                examples = "Our own trial of May 2014, 12,000 voters",
                description = "Where the figures are from, or that they are assumed")
        String source,

        @Size(max = 500)
        @Pattern(regexp = "https?://[!-~]+", message = "must be an http or https address of at most 500 characters")
        @Schema(nullable = true, examples = "https://doi.org/10.1017/psrm.2018.39", description = "Where to read it")
        String sourceUrl) {}
