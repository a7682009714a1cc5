package uk.hustings.campaign.effect;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of a set of effects, as the API shows it. */
@Schema(name = "EffectSet", description = "A version of a set of effects; it never changes")
public record EffectSetView(
        @Schema(examples = "cautious") String id,
        @Schema(examples = "1") int version,

        @Schema(examples = "Cautious effects for general elections")
        String title,

        @Schema(
                examples = "general",
                description = "general, local or by-election: the kind of election in which the effects were measured")
        String context,

        @Schema(description = "Whether it came with the suite; such a set gets no other version")
        boolean shipped,

        List<EffectView> effects,

        @Schema(examples = "Hustings", description = "Account of a person, or Hustings")
        String author,

        @Schema(
                nullable = true,
                examples = "The trial of May 2014 is analysed",
                description = "Why it was written; null for a shipped set")
        String reason,

        @Schema(nullable = true, description = "Null for a shipped set")
        Instant createdAt,

        @Schema(nullable = true, description = "That it is no longer offered, and why; null while it is")
        Withdrawn withdrawn) {

    /** That a version is no longer offered. */
    @Schema(name = "EffectSetWithdrawal", description = "That a version is no longer offered")
    public record Withdrawn(
            @Schema(examples = "The trial had no control group")
            String reason,

            @Schema(examples = "hq") String by,
            Instant at) {}

    static EffectSetView of(EffectSetVersion version) {
        EffectSetVersion.Withdrawal withdrawal = version.withdrawal();
        return new EffectSetView(
                version.set().id(),
                version.set().version(),
                version.set().title(),
                version.set().context().code(),
                version.shipped(),
                version.set().effects().stream().map(EffectView::of).toList(),
                version.author(),
                version.reason(),
                version.createdAt(),
                withdrawal == null ? null : new Withdrawn(withdrawal.reason(), withdrawal.by(), withdrawal.at()));
    }
}
