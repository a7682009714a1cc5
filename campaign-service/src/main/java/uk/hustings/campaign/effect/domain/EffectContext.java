package uk.hustings.campaign.effect.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kind of election in which an effect was measured. Contacts do more where fewer people vote. */
public enum EffectContext {
    GENERAL,
    LOCAL,
    BY_ELECTION;

    /** As the API writes it, for example {@code by-election}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For example {@code a by-election}. */
    public String inWords() {
        return this == BY_ELECTION ? "a by-election" : "a %s election".formatted(code());
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(EffectContext::code).toList();
    }

    public static Optional<EffectContext> fromCode(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(code))
                .findFirst();
    }
}
