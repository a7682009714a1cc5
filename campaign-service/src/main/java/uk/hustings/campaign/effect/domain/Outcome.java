package uk.hustings.campaign.effect.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an effect changes. */
public enum Outcome {
    /** A supporter votes who would have stayed at home: one vote more in the lead. */
    TURNOUT(1),
    /** A voter switches from the strongest other party to ours: two votes more in the lead. */
    SHARE(2);

    private final int votesInLead;

    Outcome(int votesInLead) {
        this.votesInLead = votesInLead;
    }

    /** By how many votes one voter who was moved changes the lead. */
    public int votesInLead() {
        return votesInLead;
    }

    /** As the API writes it, for example {@code turnout}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(Outcome::code).toList();
    }

    public static Optional<Outcome> fromCode(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(code))
                .findFirst();
    }
}
