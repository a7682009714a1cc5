package uk.hustings.campaign.rolesync;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.keycloak.admin.client.resource.RoleScopeResource;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import uk.hustings.campaign.rolesync.domain.RoleChange;
import uk.hustings.campaign.rolesync.domain.SyncFailure;

/**
 * The groups {@code /local-parties/<id>} in Keycloak and their roles at {@code hustings-api}. Blocks: for workers only.
 * Every method throws {@link KeycloakFailure} if Keycloak cannot be asked.
 */
@ApplicationScoped
class KeycloakGroups {

    private static final String API_CLIENT = "hustings-api";
    private static final String PARENT = "local-parties";
    private static final String CLAIM = "local_party";
    private static final int MOST_GROUPS = 5000;

    private final KeycloakRealm keycloak;
    private final Map<String, RoleRepresentation> roles = new ConcurrentHashMap<>();

    KeycloakGroups(KeycloakRealm keycloak) {
        this.keycloak = keycloak;
    }

    /**
     * A group as Keycloak has it.
     *
     * @param claim values of the attribute that says which local party its members belong to
     * @param roles at {@code hustings-api}
     */
    record Group(String id, String name, List<String> claim, Set<String> roles) {
        static Group of(GroupRepresentation group) {
            Map<String, List<String>> attributes = group.getAttributes();
            Map<String, List<String>> clientRoles = group.getClientRoles();
            return new Group(
                    group.getId(),
                    group.getName(),
                    attributes == null ? List.of() : attributes.getOrDefault(CLAIM, List.of()),
                    clientRoles == null ? Set.of() : Set.copyOf(clientRoles.getOrDefault(API_CLIENT, List.of())));
        }
    }

    /** Asked for one by one: to list all of them, Keycloak weighs the permission on each. */
    Optional<Group> named(String name) {
        return keycloak.find(realm -> realm.getGroupByPath(PARENT + "/" + name)).map(Group::of);
    }

    Optional<Group> withId(String id) {
        return keycloak.find(realm -> realm.groups().group(id).toRepresentation())
                .map(Group::of);
    }

    /** All groups below {@code /local-parties}, by name. */
    Map<String, Group> all() {
        String parent = keycloak.ask(realm -> realm.getGroupByPath(PARENT)).getId();
        Map<String, Group> groups = new HashMap<>();
        keycloak.ask(realm -> realm.groups().group(parent).getSubGroups(0, MOST_GROUPS, false, false))
                .forEach(group -> groups.put(group.getName(), Group.of(group)));
        return groups;
    }

    /** Gives a group the name of a local party, and its claim or none. */
    void describe(Group group, String name, List<String> claim) {
        GroupRepresentation wanted = new GroupRepresentation();
        wanted.setName(name);
        wanted.setAttributes(claim.isEmpty() ? Map.of() : Map.of(CLAIM, claim));
        keycloak.ask(realm -> {
            realm.groups().group(group.id()).update(wanted);
            return null;
        });
    }

    /** Maps and unmaps roles. */
    void apply(Group group, RoleChange change) {
        String api = keycloak.apiClientId();
        List<RoleRepresentation> add = representations(api, change.add());
        List<RoleRepresentation> remove = representations(api, change.remove());
        keycloak.ask(realm -> {
            RoleScopeResource mappings =
                    realm.groups().group(group.id()).roles().clientLevel(api);
            // What is lost goes first: a try that breaks off must not leave more than was meant.
            if (!remove.isEmpty()) {
                mappings.remove(remove);
            }
            if (!add.isEmpty()) {
                mappings.add(add);
            }
            return null;
        });
    }

    /** What was learned of Keycloak's ids may be wrong after it was restored: ask again. */
    void forget() {
        roles.clear();
        keycloak.forget();
    }

    /** One call for each role that is not known yet: to list all of them takes Keycloak many seconds. */
    private List<RoleRepresentation> representations(String api, Collection<String> names) {
        return names.stream()
                .map(name -> roles.computeIfAbsent(name, unknown -> keycloak.find(realm ->
                                realm.clients().get(api).roles().get(unknown).toRepresentation())
                        .orElseThrow(() -> new KeycloakFailure(
                                SyncFailure.BEYOND_REPAIR,
                                "Keycloak has no role %s at %s; an administrator of Keycloak must make it again, then replay"
                                        .formatted(unknown, API_CLIENT)))))
                .toList();
    }
}
