package uk.hustings.campaign.effect;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.problem.ProblemType;

/** A set of effects with all its versions. */
@Schema(description = "A set of effects with all its versions")
public record EffectSetDetail(
        @Schema(examples = "cautious") String id,

        @Schema(nullable = true, description = "The newest version that is offered; null if all were withdrawn")
        EffectSetView current,

        @Schema(description = "Newest first, at most 200") List<EffectSetView> versions) {

    /**
     * @param versions newest first
     * @throws uk.hustings.api.problem.Problem NOT_FOUND if there are none
     */
    static EffectSetDetail of(List<EffectSetVersion> versions) {
        if (versions.isEmpty()) {
            throw ProblemType.NOT_FOUND.because("No effect set has this id.");
        }
        return new EffectSetDetail(
                versions.get(0).set().id(),
                versions.stream()
                        .filter(version -> !version.withdrawn())
                        .findFirst()
                        .map(EffectSetView::of)
                        .orElse(null),
                versions.stream().map(EffectSetView::of).toList());
    }
}
