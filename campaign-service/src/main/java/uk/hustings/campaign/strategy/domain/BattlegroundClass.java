package uk.hustings.campaign.strategy.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much a seat matters to the campaign. */
public enum BattlegroundClass {
    KEY,
    BATTLEGROUND,
    DEFENSIVE,
    NON_BATTLEGROUND;

    /** As the API writes it, for example {@code non-battleground}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<BattlegroundClass> fromCode(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(code))
                .findFirst();
    }
}
