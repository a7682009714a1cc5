package uk.hustings.campaign.reach.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import uk.hustings.api.id.SeatCode;

/** Travel between local parties and seats, from one source for all of them. */
public interface TravelTimes {

    /**
     * The journey of a local party's members to a seat. They set out from the nearest of their own seats; one of these needs no
     * journey.
     *
     * @param localParty its id
     * @param own its seats
     * @return empty if there is no way, or none is known
     */
    default Optional<Travel> between(String localParty, Collection<SeatCode> own, SeatCode to) {
        if (own.contains(to)) {
            return Optional.of(Travel.NONE);
        }
        return Stream.concat(
                        fromLocalParty(localParty, to).stream(),
                        own.stream().flatMap(from -> fromSeat(from, to).stream()))
                .min(Comparator.naturalOrder());
    }

    /** From where the local party itself is; empty if the source knows only seats. */
    Optional<Travel> fromLocalParty(String localParty, SeatCode to);

    /** From one seat to another; empty if there is no way, or none is known. */
    Optional<Travel> fromSeat(SeatCode from, SeatCode to);
}
