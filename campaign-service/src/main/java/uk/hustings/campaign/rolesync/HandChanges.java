package uk.hustings.campaign.rolesync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.representations.idm.AdminEventRepresentation;

/** Roles that people took away in Keycloak, by its admin events. Blocks: for workers only. */
@ApplicationScoped
class HandChanges {

    private static final int MOST_EVENTS = 1000;

    private final KeycloakRealm keycloak;
    private final ObjectMapper json;

    HandChanges(KeycloakRealm keycloak, ObjectMapper json) {
        this.keycloak = keycloak;
        this.json = json;
    }

    /** A role that somebody took away from a group. */
    record Removal(String groupId, String role, String by, Instant at) {}

    /**
     * The latest removals by anybody but us.
     *
     * @throws KeycloakFailure if Keycloak cannot be asked
     */
    List<Removal> removals() {
        String ours = keycloak.ownAccount();
        List<AdminEventRepresentation> events = keycloak.ask(realm -> realm.getAdminEvents(
                List.of("DELETE"),
                null,
                null,
                null,
                null,
                null,
                List.of("CLIENT_ROLE_MAPPING"),
                (String) null,
                null,
                0,
                MOST_EVENTS));
        List<Removal> removals = new ArrayList<>();
        for (AdminEventRepresentation event : events) {
            String by = event.getAuthDetails() == null
                    ? null
                    : event.getAuthDetails().getUserId();
            String[] path = event.getResourcePath() == null
                    ? new String[0]
                    : event.getResourcePath().split("/");
            if (by == null || by.equals(ours) || path.length < 2 || !path[0].equals("groups")) {
                continue;
            }
            rolesIn(event.getRepresentation())
                    .forEach(role ->
                            removals.add(new Removal(path[1], role, by, Instant.ofEpochMilli(event.getTime()))));
        }
        return removals;
    }

    /** The removal of this role from this group after we last made the group what it should be. */
    static Optional<Removal> of(List<Removal> removals, String groupId, String role, Instant synced) {
        return removals.stream()
                .filter(removal -> removal.groupId().equals(groupId)
                        && removal.role().equals(role)
                        && removal.at().isAfter(synced))
                .max(java.util.Comparator.comparing(Removal::at));
    }

    private List<String> rolesIn(String representation) {
        List<String> names = new ArrayList<>();
        if (representation != null) {
            try {
                for (JsonNode role : json.readTree(representation)) {
                    names.add(role.path("name").asText());
                }
            } catch (JsonProcessingException unreadable) {
                // An event that cannot be read proves nothing, so nothing is adopted for it.
                return List.of();
            }
        }
        return names;
    }
}
