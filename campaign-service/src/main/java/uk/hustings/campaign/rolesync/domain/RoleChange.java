package uk.hustings.campaign.rolesync.domain;

import java.util.Set;
import java.util.TreeSet;

/**
 * What makes the roles that a group has equal to those that it should have.
 *
 * @param add roles to map, sorted
 * @param remove roles to unmap, sorted
 */
public record RoleChange(Set<String> add, Set<String> remove) {

    /** Roles that are none of ours (a group may have others) are left alone. */
    public static RoleChange between(Set<String> present, Set<String> desired) {
        Set<String> add = new TreeSet<>(desired);
        add.removeAll(present);
        Set<String> remove = new TreeSet<>(present);
        remove.removeIf(role -> !isOurs(role));
        remove.removeAll(desired);
        return new RoleChange(add, remove);
    }

    /** Whether it is a role on a seat: a local party's own, or one that it is twinned with. */
    public static boolean isOurs(String role) {
        return role.startsWith("seat:") || role.startsWith("twin:");
    }

    public boolean isEmpty() {
        return add.isEmpty() && remove.isEmpty();
    }
}
