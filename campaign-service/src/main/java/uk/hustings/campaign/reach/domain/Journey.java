package uk.hustings.campaign.reach.domain;

import java.util.Comparator;
import uk.hustings.api.id.SeatCode;

/** A seat with the way to it. The nearest comes first, of two that are equally near the one whose code does. */
public record Journey(SeatCode to, Travel travel) implements Comparable<Journey> {

    private static final Comparator<Journey> NEAREST_FIRST =
            Comparator.comparing(Journey::travel).thenComparing(Journey::to);

    @Override
    public int compareTo(Journey other) {
        return NEAREST_FIRST.compare(this, other);
    }
}
