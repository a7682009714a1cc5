package uk.hustings.campaign.localparty;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.hustings.api.id.SeatCode;

/**
 * All local parties with look-up tables.
 *
 * @param all merged ones too, by name
 * @param living those that are not merged into another, by name
 */
record Directory(
        List<LocalParty> all, List<LocalParty> living, Map<String, LocalParty> byId, Map<SeatCode, LocalParty> bySeat) {

    static Directory of(List<LocalParty> all) {
        Map<String, LocalParty> byId = new HashMap<>();
        Map<SeatCode, LocalParty> bySeat = new HashMap<>();
        for (LocalParty party : all) {
            byId.put(party.localParty(), party);
            party.seatCodes().forEach(seat -> bySeat.put(seat, party));
        }
        return new Directory(
                List.copyOf(all),
                all.stream().filter(party -> !party.merged()).toList(),
                Map.copyOf(byId),
                Map.copyOf(bySeat));
    }

    Optional<LocalParty> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<LocalParty> ofSeat(SeatCode seat) {
        return Optional.ofNullable(bySeat.get(seat));
    }

    /** The local party that it was merged into in the end; itself while it is one of its own. */
    LocalParty successor(LocalParty party) {
        LocalParty last = party;
        while (last.merged()) {
            last = byId.get(last.mergedInto());
        }
        return last;
    }
}
