package uk.hustings.campaign.effect.domain;

import java.util.List;
import java.util.Optional;

/**
 * Effects that are used together, in one version. A version never changes.
 *
 * @param id lower-case words joined by hyphens
 * @param version 1 or more
 * @param effects one for each kind of work at most; work without one has no effect
 */
public record EffectSet(String id, int version, String title, EffectContext context, List<Effect> effects) {

    /** @throws IllegalArgumentException if there is no effect, or two of one channel */
    public EffectSet {
        effects = List.copyOf(effects);
        long channels = effects.stream().map(Effect::channel).distinct().count();
        if (effects.isEmpty() || channels < effects.size()) {
            throw new IllegalArgumentException(
                    "An effect set has one effect or more, and one of each channel at most.");
        }
    }

    public Optional<Effect> of(EffectChannel channel) {
        return effects.stream().filter(effect -> effect.channel() == channel).findFirst();
    }

    /** Whether all work is taken to have no effect at all. */
    public boolean nought() {
        return effects.stream().allMatch(effect -> effect.value() == 0);
    }
}
