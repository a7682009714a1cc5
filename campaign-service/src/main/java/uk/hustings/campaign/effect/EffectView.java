package uk.hustings.campaign.effect;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.campaign.effect.domain.Effect;

/** What one kind of work does, as the API shows it. */
@Schema(name = "Effect", description = "What one kind of work does")
public record EffectView(
        @Schema(examples = "doorstep", description = "doorstep, phone, leaflet, direct-mail, organiser or visit")
        String channel,

        @Schema(
                examples = "points-per-contact",
                description = "points-per-contact: percentage points of the outcome for each contacted supporter;"
                        + " points-of-lead: points of the lead in the seat for each visit")
        String unit,

        @Schema(
                examples = "turnout",
                description = "turnout, which counts once in the lead, or share, which counts twice")
        String outcome,

        @Schema(examples = "2.5") double value,

        @Schema(examples = "0.38", description = "In the same points")
        double standardError,

        @Schema(
                nullable = true,
                examples = "4",
                description = "Weeks after which half of it is left; null if it lasts until polling day")
        Double halfLifeWeeks,

        @Schema(examples = "10", description = "Contacts that an hour or an item makes; 0 for a visit")
        double contactsPerUnit,

        @Schema(examples = "Our own trial of May 2014, 12,000 voters", description = "Where the figures are from")
        String source,

        @Schema(nullable = true, examples = "https://doi.org/10.1017/psrm.2018.39")
        String sourceUrl) {

    static EffectView of(Effect effect) {
        return new EffectView(
                effect.channel().code(),
                effect.channel().unit().code(),
                effect.outcome().code(),
                effect.value(),
                effect.standardError(),
                effect.halfLifeWeeks(),
                effect.contactsPerUnit(),
                effect.source(),
                effect.sourceUrl());
    }
}
