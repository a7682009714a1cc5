package uk.hustings.campaign.rolesync;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.RoleScopeResource;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import uk.hustings.campaign.rolesync.domain.RoleChange;

/** The groups {@code /local-parties/<id>} in Keycloak and their roles at {@code hustings-api}. Blocks: for workers only. */
@ApplicationScoped
class KeycloakGroups {

    private static final String API_CLIENT = "hustings-api";
    private static final String PARENT = "/local-parties";

    private final Keycloak keycloak;
    private final RealmResource realm;
    private final Map<String, String> groupIds = new ConcurrentHashMap<>();
    private final Map<String, RoleRepresentation> roles = new ConcurrentHashMap<>();
    private volatile String apiClientId;

    KeycloakGroups(KeycloakConfig config) {
        // One client for the life of the service: it keeps its token and renews it.
        this.keycloak = KeycloakBuilder.builder()
                .serverUrl(config.url())
                .realm(config.realm())
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .clientId(config.clientId())
                .clientSecret(config.clientSecret())
                .build();
        this.realm = keycloak.realm(config.realm());
    }

    @PreDestroy
    void close() {
        keycloak.close();
    }

    /**
     * Maps and unmaps what differs.
     *
     * @return what had to be changed
     * @throws IllegalStateException if Keycloak has no such group or role
     */
    RoleChange apply(String localParty, Set<String> desired) {
        RoleScopeResource mappings =
                realm.groups().group(groupId(localParty)).roles().clientLevel(apiClientId());
        Map<String, RoleRepresentation> present = new HashMap<>();
        mappings.listAll().forEach(role -> present.put(role.getName(), role));
        RoleChange change = RoleChange.between(present.keySet(), desired);
        if (!change.add().isEmpty()) {
            mappings.add(representations(change.add()));
        }
        if (!change.remove().isEmpty()) {
            mappings.remove(change.remove().stream().map(present::get).toList());
        }
        return change;
    }

    /** What was learned of Keycloak's ids may be wrong after it was restored: ask again. */
    void forget() {
        groupIds.clear();
        roles.clear();
        apiClientId = null;
    }

    private String groupId(String localParty) {
        if (!groupIds.containsKey(localParty)) {
            GroupRepresentation parent = realm.getGroupByPath(PARENT);
            realm.groups()
                    .group(parent.getId())
                    .getSubGroups(0, Integer.MAX_VALUE, true)
                    .forEach(group -> groupIds.put(group.getName(), group.getId()));
        }
        String id = groupIds.get(localParty);
        if (id == null) {
            throw new IllegalStateException("Keycloak has no group " + PARENT + "/" + localParty);
        }
        return id;
    }

    private List<RoleRepresentation> representations(Collection<String> names) {
        if (!roles.keySet().containsAll(names)) {
            roles.putAll(realm.clients().get(apiClientId()).roles().list().stream()
                    .collect(Collectors.toMap(RoleRepresentation::getName, role -> role)));
        }
        return names.stream()
                .map(name -> {
                    RoleRepresentation role = roles.get(name);
                    if (role == null) {
                        throw new IllegalStateException("Keycloak has no role " + name + " at " + API_CLIENT);
                    }
                    return role;
                })
                .toList();
    }

    private String apiClientId() {
        if (apiClientId == null) {
            apiClientId = realm.clients().findByClientId(API_CLIENT).stream()
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Keycloak has no client " + API_CLIENT))
                    .getId();
        }
        return apiClientId;
    }
}
