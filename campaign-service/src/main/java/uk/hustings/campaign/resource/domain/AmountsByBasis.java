package uk.hustings.campaign.resource.domain;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is known of one kind of resource of one holder in one week, by basis. Pledged beats measured beats estimated; amounts of
 * different bases are never summed.
 *
 * @param amounts at least one; in order of precedence
 */
public record AmountsByBasis(Map<Basis, BigDecimal> amounts) {

    /** @throws IllegalArgumentException if there is no amount at all */
    public AmountsByBasis {
        if (amounts.isEmpty()) {
            throw new IllegalArgumentException("No amount of any basis");
        }
        amounts = Collections.unmodifiableMap(new EnumMap<>(amounts));
    }

    /** The basis that counts. */
    public Basis basis() {
        return amounts.keySet().iterator().next();
    }

    /** The amount that counts. */
    public BigDecimal effective() {
        return amounts.get(basis());
    }

    /** Null if nothing is known on this basis. */
    public BigDecimal of(Basis basis) {
        return amounts.get(basis);
    }

    /** What was planned for the week: the pledge, else the estimate; null if there is neither. */
    public Basis plannedBasis() {
        if (amounts.containsKey(Basis.PLEDGED)) {
            return Basis.PLEDGED;
        }
        return amounts.containsKey(Basis.ESTIMATED) ? Basis.ESTIMATED : null;
    }
}
