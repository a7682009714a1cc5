package uk.hustings.campaign.spending.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is known of an expense. Only what is committed or declared counts against a limit. */
public enum ExpenseStatus {
    /** Ordered or promised, not declared yet. */
    COMMITTED,
    /** Incurred, and to be in the candidate's return. */
    DECLARED,
    /** A commitment that came to nothing. */
    RELEASED,
    /** Recorded by mistake. */
    WITHDRAWN;

    /** As the API writes it, for example {@code committed}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(ExpenseStatus::code).toList();
    }

    /** @throws IllegalArgumentException if no status has this code */
    public static ExpenseStatus fromCode(String code) {
        return Codes.find(values(), ExpenseStatus::code, code);
    }

    public boolean counts() {
        return this == COMMITTED || this == DECLARED;
    }

    /** The status after the step; empty if the step cannot be taken from here. */
    public Optional<ExpenseStatus> after(ExpenseStep step) {
        return Optional.ofNullable(
                switch (step) {
                    case DECLARE -> this == COMMITTED ? DECLARED : null;
                    case RELEASE -> this == COMMITTED ? RELEASED : null;
                    case CORRECT -> counts() ? this : null;
                    case WITHDRAW -> counts() ? WITHDRAWN : null;
                });
    }
}
