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

    /** Up to so many groups it is cheaper to ask for each than for all. */
    private static final int FEW = 5;

    /** More local parties than any national party has. */
    private static final int MOST_GROUPS = 10_000;

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
     * The roles that groups have now, by local party: one call for many groups, one each for a few.
     *
     * @throws IllegalStateException if Keycloak cannot be read
     */
    Map<String, Set<String>> rolesOf(Collection<String> localParties) {
        Map<String, Set<String>> found = new HashMap<>();
        if (localParties.size() > FEW) {
            for (GroupRepresentation group : children(false)) {
                Map<String, List<String>> mapped = group.getClientRoles();
                found.put(
                        group.getName(),
                        mapped == null ? Set.of() : Set.copyOf(mapped.getOrDefault(API_CLIENT, List.of())));
            }
            return found;
        }
        for (String localParty : localParties) {
            String id = groupId(localParty);
            if (id != null) {
                found.put(
                        localParty,
                        mappings(id).listAll().stream()
                                .map(RoleRepresentation::getName)
                                .collect(Collectors.toSet()));
            }
        }
        return found;
    }

    /** Maps and unmaps roles of a group that {@link #rolesOf} has found. */
    void apply(String localParty, RoleChange change) {
        RoleScopeResource mappings = mappings(groupId(localParty));
        if (!change.add().isEmpty()) {
            mappings.add(representations(change.add()));
        }
        if (!change.remove().isEmpty()) {
            mappings.remove(representations(change.remove()));
        }
    }

    /** What was learned of Keycloak's ids may be wrong after it was restored: ask again. */
    void forget() {
        groupIds.clear();
        roles.clear();
        apiClientId = null;
    }

    private RoleScopeResource mappings(String groupId) {
        return realm.groups().group(groupId).roles().clientLevel(apiClientId());
    }

    /** Null if Keycloak has no such group. */
    private String groupId(String localParty) {
        if (!groupIds.containsKey(localParty)) {
            children(true);
        }
        return groupIds.get(localParty);
    }

    private List<GroupRepresentation> children(boolean brief) {
        GroupRepresentation parent = realm.getGroupByPath(PARENT);
        List<GroupRepresentation> children =
                realm.groups().group(parent.getId()).getSubGroups(0, MOST_GROUPS, brief, false);
        children.forEach(group -> groupIds.put(group.getName(), group.getId()));
        return children;
    }

    /** One call for each role that is not known yet: to list all of them takes Keycloak many seconds. */
    private List<RoleRepresentation> representations(Collection<String> names) {
        return names.stream()
                .map(name -> roles.computeIfAbsent(name, unknown -> realm.clients()
                        .get(apiClientId())
                        .roles()
                        .get(unknown)
                        .toRepresentation()))
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
