package uk.hustings.seats.facts.domain;

import java.util.Collection;
import uk.hustings.seats.election.domain.Contest;
import uk.hustings.seats.election.domain.Election;
import uk.hustings.seats.party.domain.Party;
import uk.hustings.seats.seat.domain.Border;
import uk.hustings.seats.seat.domain.HolderEvent;
import uk.hustings.seats.seat.domain.Overlap;
import uk.hustings.seats.seat.domain.Seat;

/**
 * Everything that is recorded, in no order.
 *
 * @param contests of each seat and election only the revision that counts
 */
public record Records(
        Collection<Party> parties,
        Collection<Seat> seats,
        Collection<Border> borders,
        Collection<Overlap> overlaps,
        Collection<HolderEvent> holderEvents,
        Collection<Election> elections,
        Collection<Contest> contests) {}
