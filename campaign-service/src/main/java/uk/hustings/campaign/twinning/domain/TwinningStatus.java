package uk.hustings.campaign.twinning.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a twinning stands. What is refused or has ended stays so; a new proposal is a new twinning. */
public enum TwinningStatus {
    PROPOSED,
    ACCEPTED,
    REFUSED,
    ENDED;

    /** As the API writes it, for example {@code proposed}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(TwinningStatus::code).toList();
    }

    /** @throws IllegalArgumentException if no status has this code */
    public static TwinningStatus fromCode(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code));
    }

    /** How it stands after the step; empty if the step cannot be taken from here. */
    public Optional<TwinningStatus> after(Step step) {
        return Optional.ofNullable(
                switch (step) {
                    case ACCEPT -> this == PROPOSED ? ACCEPTED : null;
                    case REFUSE -> this == PROPOSED ? REFUSED : null;
                    case END -> this == ACCEPTED ? ENDED : null;
                    case RECALL, RUN_OUT -> this == PROPOSED || this == ACCEPTED ? ENDED : null;
                });
    }
}
