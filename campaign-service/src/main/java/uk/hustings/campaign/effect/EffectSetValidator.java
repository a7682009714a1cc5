package uk.hustings.campaign.effect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.hustings.api.intake.Faults;
import uk.hustings.api.problem.FieldError;
import uk.hustings.campaign.effect.domain.Effect;
import uk.hustings.campaign.effect.domain.EffectChannel;
import uk.hustings.campaign.effect.domain.EffectContext;
import uk.hustings.campaign.effect.domain.EffectSet;
import uk.hustings.campaign.effect.domain.EffectUnit;
import uk.hustings.campaign.effect.domain.Outcome;

/** Reads an effect set as it was sent, and names every fault that bean validation cannot see. */
final class EffectSetValidator {

    private final String at;
    private final List<FieldError> faults = new ArrayList<>();

    /** @param at JSON pointer of the set */
    EffectSetValidator(String at) {
        this.at = at;
    }

    /** @throws uk.hustings.api.problem.Problem INVALID_INPUT naming every fault */
    EffectSet read(String id, int version, EffectSetOrder order) {
        EffectContext context = code(at + "/context", EffectContext.fromCode(order.context()), EffectContext.codes());
        List<Effect> effects = new ArrayList<>();
        Map<EffectChannel, Integer> earlier = new EnumMap<>(EffectChannel.class);
        for (int index = 0; index < order.effects().size(); index++) {
            String pointer = "%s/effects/%d".formatted(at, index);
            StatedEffect stated = order.effects().get(index);
            EffectChannel channel =
                    code(pointer + "/channel", EffectChannel.fromCode(stated.channel()), EffectChannel.codes());
            Integer before = channel == null ? null : earlier.putIfAbsent(channel, index);
            if (before != null) {
                faults.add(FieldError.at(
                        pointer + "/channel", "has an effect in %s/effects/%d already".formatted(at, before)));
            }
            Effect effect = effect(pointer, channel, stated);
            if (effect != null) {
                effects.add(effect);
            }
        }
        Faults.refuseAny(faults);
        return new EffectSet(id, version, order.title().strip(), context, effects);
    }

    /** @return null if there is a fault */
    private Effect effect(String pointer, EffectChannel channel, StatedEffect stated) {
        int before = faults.size();
        Outcome outcome = code(pointer + "/outcome", Outcome.fromCode(stated.outcome()), Outcome.codes());
        EffectUnit unit = code(pointer + "/unit", EffectUnit.fromCode(stated.unit()), EffectUnit.codes());
        if (channel != null && unit != null && channel.unit() != unit) {
            faults.add(FieldError.at(
                    pointer + "/unit",
                    "must be %s for %s".formatted(channel.unit().code(), channel.code())));
        }
        points(pointer + "/value", stated.value());
        points(pointer + "/standardError", stated.standardError());
        BigDecimal halfLife = stated.halfLifeWeeks();
        if (halfLife != null && !Effect.isHalfLife(halfLife.doubleValue())) {
            faults.add(FieldError.at(
                    pointer + "/halfLifeWeeks",
                    "must be more than 0 and at most %.0f, was %s".formatted(Effect.MOST_WEEKS, halfLife)));
        }
        double contacts = channel == null ? 0 : contacts(pointer + "/contactsPerUnit", channel, stated);
        if (channel == null || faults.size() > before) {
            return null;
        }
        return new Effect(
                channel,
                outcome,
                stated.value().doubleValue(),
                stated.standardError().doubleValue(),
                halfLife == null ? null : halfLife.doubleValue(),
                contacts,
                stated.source().strip(),
                stated.sourceUrl());
    }

    private double contacts(String pointer, EffectChannel channel, StatedEffect stated) {
        if (stated.contactsPerUnit() == null) {
            return channel.usualContactsPerUnit();
        }
        double contacts = stated.contactsPerUnit().doubleValue();
        if (!Effect.areContactsPerUnit(channel, contacts)) {
            faults.add(FieldError.at(
                    pointer,
                    channel == EffectChannel.VISIT
                            ? "must not be given for a visit"
                            : "must be more than 0 and at most %.0f, was %s"
                                    .formatted(Effect.MOST_CONTACTS_PER_UNIT, stated.contactsPerUnit())));
        }
        return contacts;
    }

    private void points(String pointer, BigDecimal points) {
        if (!Effect.isPoints(points.doubleValue())) {
            faults.add(
                    FieldError.at(pointer, "must be 0 to %.0f points, was %s".formatted(Effect.MOST_POINTS, points)));
        }
    }

    private <T> T code(String pointer, Optional<T> read, List<String> known) {
        if (read.isEmpty()) {
            faults.add(FieldError.at(pointer, "must be one of " + known));
        }
        return read.orElse(null);
    }
}
