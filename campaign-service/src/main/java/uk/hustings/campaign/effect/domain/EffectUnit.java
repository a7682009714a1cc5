package uk.hustings.campaign.effect.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the value of an effect is measured in. */
public enum EffectUnit {
    /** Percentage points of the outcome for each contacted supporter: 2.5 are 0.025 votes a contact. */
    POINTS_PER_CONTACT,
    /** Points of the lead in the seat for each visit. */
    POINTS_OF_LEAD;

    /** As the API writes it, for example {@code points-per-contact}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(EffectUnit::code).toList();
    }

    public static Optional<EffectUnit> fromCode(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(code))
                .findFirst();
    }
}
