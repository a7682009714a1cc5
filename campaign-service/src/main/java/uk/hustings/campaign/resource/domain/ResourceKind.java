package uk.hustings.campaign.resource.domain;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a campaign has to give. Amounts are those of one holder in one ISO week. */
public enum ResourceKind {
    /** Hours of activists on foot: canvassing, and the delivery of leaflets. Travel takes part of them. */
    DOORSTEP_HOURS("hours", false, true, 100_000),
    /** Hours of activists who telephone from home. */
    PHONE_HOURS("hours", false, false, 100_000),
    /** Paid organisers, each of 35 hours a week in one seat. */
    ORGANISERS("people", true, false, 1_000),
    /** Leaflets in stock. Delivering 120 of them takes one doorstep hour. */
    LEAFLETS("items", true, false, 10_000_000),
    /** Letters that can be sent. */
    DIRECT_MAIL("items", true, false, 10_000_000),
    /** Visits of the party leader, which only the national party has. */
    LEADER_VISITS("visits", true, false, 100),
    /** Money that may be spent, in pounds and pence. */
    MONEY("pounds", false, false, 20_000_000);

    /** Decimal places of an amount that need not be whole. */
    public static final int DECIMAL_PLACES = 2;

    private final String unit;
    private final boolean whole;
    private final boolean reducedByTravel;
    private final BigDecimal most;

    ResourceKind(String unit, boolean whole, boolean reducedByTravel, long most) {
        this.unit = unit;
        this.whole = whole;
        this.reducedByTravel = reducedByTravel;
        this.most = BigDecimal.valueOf(most);
    }

    /** As the API writes it, for example {@code doorstep-hours}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code hours}, {@code people}, {@code items}, {@code visits} or {@code pounds}. */
    public String unit() {
        return unit;
    }

    /** Whether an amount is a whole number. */
    public boolean whole() {
        return whole;
    }

    /** Whether travel to another seat takes part of it. */
    public boolean reducedByTravel() {
        return reducedByTravel;
    }

    /** The most that one holder may have in one week. */
    public BigDecimal most() {
        return most;
    }

    /** Whether only the national party has it. */
    public boolean nationalOnly() {
        return this == LEADER_VISITS;
    }

    /**
     * What is wrong with an amount, in words; empty if it can be accepted: 0 to {@link #most}, whole or with at most
     * {@value #DECIMAL_PLACES} decimal places.
     */
    public Optional<String> fault(BigDecimal amount) {
        if (amount.signum() < 0) {
            return Optional.of("must not be negative");
        }
        if (amount.compareTo(most) > 0) {
            return Optional.of("must be at most %s %s a week".formatted(most.toPlainString(), unit));
        }
        int places = Math.max(amount.stripTrailingZeros().scale(), 0);
        if (whole && places > 0) {
            return Optional.of("must be a whole number of " + unit);
        }
        if (places > DECIMAL_PLACES) {
            return Optional.of("must have at most %d decimal places".formatted(DECIMAL_PLACES));
        }
        return Optional.empty();
    }

    public static Optional<ResourceKind> fromCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(ResourceKind::code).toList();
    }
}
