package uk.hustings.campaign.rolesync;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.Collection;
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
import org.keycloak.representations.idm.RoleRepresentation;
import uk.hustings.campaign.rolesync.domain.RoleChange;

/** The groups {@code /local-parties/<id>} in Keycloak and their roles at {@code hustings-api}. Blocks: for workers only. */
@ApplicationScoped
class KeycloakGroups {

    private static final String API_CLIENT = "hustings-api";
    private static final String PARENT = "/local-parties/";

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
     * The roles that the group of a local party has now; null if Keycloak has no such group.
     *
     * @throws RuntimeException if Keycloak cannot be read
     */
    Set<String> rolesOf(String localParty) {
        String id = groupId(localParty);
        return id == null
                ? null
                : mappings(id).listAll().stream()
                        .map(RoleRepresentation::getName)
                        .collect(Collectors.toSet());
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

    /**
     * Null if Keycloak has no such group. Asked for one by one: to list all of them, Keycloak weighs the permission on
     * each, which takes seconds.
     */
    private String groupId(String localParty) {
        return groupIds.computeIfAbsent(localParty, name -> {
            try {
                return realm.getGroupByPath(PARENT + name).getId();
            } catch (NotFoundException unknown) {
                return null;
            }
        });
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
