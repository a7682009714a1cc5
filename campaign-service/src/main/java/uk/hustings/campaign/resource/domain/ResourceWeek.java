package uk.hustings.campaign.resource.domain;

import java.util.Comparator;
import uk.hustings.campaign.contact.domain.IsoWeek;

/** One kind of resource of one holder in one week. */
public record ResourceWeek(Holder holder, ResourceKind kind, IsoWeek week) implements Comparable<ResourceWeek> {

    private static final Comparator<ResourceWeek> ORDER = Comparator.comparing(ResourceWeek::holder)
            .thenComparing(ResourceWeek::week)
            .thenComparing(ResourceWeek::kind);

    @Override
    public int compareTo(ResourceWeek other) {
        return ORDER.compare(this, other);
    }
}
