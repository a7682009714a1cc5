package uk.hustings.campaign.contact.domain;

import java.util.Comparator;
import uk.hustings.api.id.SeatCode;

/** A local party in one of the seats in which it works. Whoever changes several goes by their order. */
public record PartySeat(String localParty, SeatCode seat) implements Comparable<PartySeat> {

    private static final Comparator<PartySeat> ORDER =
            Comparator.comparing(PartySeat::localParty).thenComparing(PartySeat::seat);

    @Override
    public int compareTo(PartySeat other) {
        return ORDER.compare(this, other);
    }
}
