package uk.hustings.local.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What campaign-service may do in Keycloak: read and mend the groups of the local parties, change which seat and twin
 * roles they carry, and put people into them and among the key-holders. Nothing else, as fine-grained admin permissions
 * refuse what no permission allows.
 *
 * <p>It cannot make groups: a permission on a group does not reach those made below it later, and one on all groups would
 * reach those that carry more. So there are reserved groups, each named in a permission, that it gives a name to.
 *
 * <p>The realm file could carry the permissions too. But an import makes them one by one, twice, within its one great
 * transaction (20 s instead of 4), and gives the client that keeps them an account that nobody needs.
 */
final class SyncRights {

    private static final String SERVICE = "campaign-service";

    /** The last to be granted: where it is, the others are. */
    private static final String LAST = "Map seat and twin roles";

    private static final List<String> GROUP_OF_A_PARTY = List.of("view", "manage", "view-members", "manage-membership");

    private final AdminApi admin;
    private final String server;
    private final Set<String> granted = new HashSet<>();

    private SyncRights(AdminApi admin) {
        this.admin = admin;
        this.server = "/clients/%s/authz/resource-server".formatted(idOfClient("admin-permissions"));
        admin.get(server + "/permission/scope?max=1000")
                .forEach(permission -> granted.add(permission.get("name").asText()));
    }

    /** Grants what is not granted yet. */
    static void grant(AdminApi admin, List<Constituency> seats) {
        SyncRights rights = new SyncRights(admin);
        if (!rights.granted.contains(LAST)) {
            rights.grant(seats);
        }
    }

    private void grant(List<Constituency> seats) {
        if (admin.get(server + "/policy?name=" + SERVICE).isEmpty()) {
            ObjectNode policy = JsonNodeFactory.instance.objectNode().put("name", SERVICE);
            policy.putArray("users").add(idOfServiceAccount());
            admin.post(server + "/policy/user", policy);
        }
        String parent = admin.get("/group-by-path/" + SeatGroups.LOCAL_PARTIES)
                .get("id")
                .asText();
        permit("Find the local parties", "Groups", List.of(parent), List.of("view"));
        String keyHolders =
                admin.get("/group-by-path/" + SeatGroups.KEY_HOLDERS).get("id").asText();
        permit(
                "Appoint key-holders",
                "Groups",
                List.of(keyHolders),
                List.of("view", "view-members", "manage-membership"));
        // One side of membership; the other is the right on the group. All accounts: nobody knows who will join.
        permit(
                "Find people and move them between groups",
                "Users",
                List.of(),
                List.of("view", "manage-group-membership"));
        Map<String, String> groups = childrenOf(parent);
        // By region, for one permission with all groups takes longer to make and to evaluate.
        seats.stream()
                .filter(seat -> seat.localParty().isPresent())
                .collect(Collectors.groupingBy(
                        Constituency::regionName,
                        Collectors.mapping(seat -> groups.get(seat.localParty().orElseThrow()), Collectors.toList())))
                .forEach((region, those) -> permit("Local parties of " + region, "Groups", those, GROUP_OF_A_PARTY));
        permit(
                "Local parties founded later",
                "Groups",
                SeatGroups.RESERVED.stream().map(groups::get).toList(),
                GROUP_OF_A_PARTY);
        permit(LAST, "Clients", List.of(idOfClient(RealmFile.API)), List.of("view", "map-roles"));
    }

    private void permit(String name, String type, List<String> ids, List<String> scopes) {
        if (granted.contains(name)) {
            return;
        }
        ObjectNode permission =
                JsonNodeFactory.instance.objectNode().put("name", name).put("resourceType", type);
        if (!ids.isEmpty()) {
            ids.forEach(permission.putArray("resources")::add);
        }
        scopes.forEach(permission.putArray("scopes")::add);
        permission.putArray("policies").add(SERVICE);
        admin.post(server + "/permission/scope", permission);
    }

    /** Ids by name. */
    private Map<String, String> childrenOf(String group) {
        Map<String, String> children = new HashMap<>();
        admin.get("/groups/%s/children?max=1000&briefRepresentation=true&subGroupsCount=false".formatted(group))
                .forEach(child ->
                        children.put(child.get("name").asText(), child.get("id").asText()));
        return children;
    }

    private String idOfClient(String clientId) {
        return admin.get("/clients?clientId=" + clientId).path(0).path("id").asText();
    }

    private String idOfServiceAccount() {
        JsonNode account = admin.get("/clients/%s/service-account-user".formatted(idOfClient(SERVICE)));
        return account.get("id").asText();
    }
}
