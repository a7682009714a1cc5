package uk.hustings.local.keycloak;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;

/** The groups that give an account its reach: membership of a local party, responsibility for a region. */
final class SeatGroups {

    static final String LOCAL_PARTIES = "local-parties";

    static final String KEY_HOLDERS = "key-holders";

    /** Groups that wait for local parties founded later: to be given a name, for groups cannot be made narrowly. */
    static final List<String> RESERVED =
            IntStream.rangeClosed(1, 40).mapToObj("reserved-%02d"::formatted).toList();

    private static final String REGIONS = "regions";

    private SeatGroups() {}

    static ObjectNode localParties(List<Constituency> seats) {
        ObjectNode parent = group(LOCAL_PARTIES);
        for (Constituency seat : seats) {
            seat.localParty().ifPresent(localParty -> {
                ObjectNode group = group(localParty);
                group.putObject("attributes").putArray("local_party").add(localParty);
                group.putObject("clientRoles").putArray(RealmFile.API).add(seat.seatRole());
                parent.withArray("subGroups").add(group);
            });
        }
        RESERVED.forEach(name -> parent.withArray("subGroups").add(group(name)));
        return parent;
    }

    /** One group for all local parties: an account belongs to one, so the two together say whose keys it holds. */
    static ObjectNode keyHolders() {
        ObjectNode group = group(KEY_HOLDERS);
        group.putArray("realmRoles").add("key-holder");
        return group;
    }

    static ObjectNode regions(List<Constituency> seats) {
        ObjectNode parent = group(REGIONS);
        seats.stream().map(Constituency::region).distinct().sorted().forEach(region -> {
            ObjectNode group = group(region);
            group.putObject("attributes").putArray("region").add(region);
            parent.withArray("subGroups").add(group);
        });
        return parent;
    }

    private static ObjectNode group(String name) {
        return JsonNodeFactory.instance.objectNode().put("name", name);
    }
}
