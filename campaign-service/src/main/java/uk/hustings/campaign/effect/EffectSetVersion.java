package uk.hustings.campaign.effect;

import java.time.Instant;
import uk.hustings.campaign.effect.domain.EffectSet;
import uk.hustings.campaign.effect.domain.ShippedEffectSets;

/**
 * A version of an effect set with who wrote it.
 *
 * @param author account of a person, or {@value ShippedEffectSets#AUTHOR} for a set that is shipped
 * @param reason why it was written; null for a shipped one
 * @param createdAt null for a shipped one
 * @param withdrawal null while it is offered
 */
public record EffectSetVersion(EffectSet set, String author, String reason, Instant createdAt, Withdrawal withdrawal) {

    /** That a version is no longer offered. */
    public record Withdrawal(String reason, String by, Instant at) {}

    static EffectSetVersion shipped(EffectSet set) {
        return new EffectSetVersion(set, ShippedEffectSets.AUTHOR, null, null, null);
    }

    static EffectSetVersion of(EffectSet set, String author, String reason, Instant createdAt) {
        return new EffectSetVersion(set, author, reason, createdAt, null);
    }

    public boolean shipped() {
        return createdAt == null;
    }

    public boolean withdrawn() {
        return withdrawal != null;
    }

    EffectSetVersion withdrawn(Withdrawal why) {
        return new EffectSetVersion(set, author, reason, createdAt, why);
    }
}
