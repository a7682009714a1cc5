package uk.hustings.campaign.rolesync;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;
import uk.hustings.campaign.rolesync.KeycloakGroups.Group;
import uk.hustings.campaign.rolesync.domain.RoleChange;
import uk.hustings.campaign.rolesync.domain.SyncFailure;

/** Makes one group in Keycloak what it should be: there, of the right name and claim, with the right roles. */
@ApplicationScoped
class GroupSync {

    private static final Logger LOG = Logger.getLogger(GroupSync.class);
    private static final String RESERVED = "reserved-%02d";

    private final KeycloakGroups groups;

    GroupSync(KeycloakGroups groups) {
        this.groups = groups;
    }

    /**
     * What the database wants of a group.
     *
     * @param roles at {@code hustings-api}
     * @param seated whether the local party has a seat; one that was merged or has retired has none, and its group
     *     carries no claim
     */
    record Wanted(Set<String> roles, boolean seated) {}

    /**
     * @param knownId of the group when it was last seen; null if it never was
     * @param reserve gives the number of the reserved group that is the local party's to take
     * @return id of the group
     * @throws KeycloakFailure if it cannot be done
     */
    String sync(String localParty, Wanted wanted, String knownId, IntSupplier reserve) {
        Optional<Group> found = groups.named(localParty);
        if (found.isEmpty() && !wanted.seated() && knownId == null) {
            return null;
        }
        Group group = found.or(() -> renamed(localParty, knownId)).orElseGet(() -> reserved(localParty, reserve));
        List<String> claim = wanted.seated() ? List.of(localParty) : List.of();
        if (!group.name().equals(localParty) || !group.claim().equals(claim)) {
            groups.describe(group, localParty, claim);
            LOG.infof("%s: group named %s claims %s", localParty, group.name(), claim);
        }
        RoleChange change = RoleChange.between(group.roles(), wanted.roles());
        if (!change.isEmpty()) {
            groups.apply(group, change);
            LOG.infof("%s: roles added %s, removed %s", localParty, change.add(), change.remove());
        }
        return group.id();
    }

    /** What was learned of Keycloak's ids may be wrong. */
    void forget() {
        groups.forget();
    }

    private Optional<Group> renamed(String localParty, String knownId) {
        return knownId == null ? Optional.empty() : groups.withId(knownId);
    }

    /** We may not make groups, so those of new local parties lie ready. */
    private Group reserved(String localParty, IntSupplier reserve) {
        String name = RESERVED.formatted(reserve.getAsInt());
        return groups.named(name)
                .orElseThrow(() -> new KeycloakFailure(
                        SyncFailure.BEYOND_REPAIR,
                        "Keycloak has no group for %s, and the reserved group %s is not there; an administrator of Keycloak"
                                        .formatted(localParty, name)
                                + " must make one of the two, then replay"));
    }
}
