package uk.hustings.campaign.rolesync.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One difference between what a group in Keycloak carries and what it should.
 *
 * @param role a role on a seat, or {@code claim:<id>} for the attribute that says which local party it is; empty if the
 *     group is not there
 */
public record Drift(String localParty, String role, Difference difference) {

    private static final String CLAIM = "claim:";

    /** What is different. */
    public enum Difference {
        /** It should be there. */
        MISSING("missing"),
        /** It should not be there. */
        EXTRA("extra"),
        /** There is no group of this local party's name. */
        NO_GROUP("no-group");

        private final String code;

        Difference(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** Roles and claims as one set, so that both are compared alike. */
    public static Set<String> carried(Iterable<String> claims, Set<String> roles) {
        Set<String> carried = new HashSet<>();
        roles.stream().filter(RoleChange::isOurs).forEach(carried::add);
        claims.forEach(claim -> carried.add(CLAIM + claim));
        return carried;
    }

    /**
     * All differences, by local party and role. Groups that no local party asks for are not looked at.
     *
     * @param wanted what each local party's group should carry
     * @param present what the groups carry, by name
     */
    public static List<Drift> between(Map<String, Set<String>> wanted, Map<String, Set<String>> present) {
        List<Drift> found = new ArrayList<>();
        new TreeMap<>(wanted).forEach((localParty, should) -> {
            Set<String> does = present.get(localParty);
            if (does == null) {
                if (!should.isEmpty()) {
                    found.add(new Drift(localParty, "", Difference.NO_GROUP));
                }
                return;
            }
            for (String role : new TreeSet<>(should)) {
                if (!does.contains(role)) {
                    found.add(new Drift(localParty, role, Difference.MISSING));
                }
            }
            for (String role : new TreeSet<>(does)) {
                if (!should.contains(role)) {
                    found.add(new Drift(localParty, role, Difference.EXTRA));
                }
            }
        });
        return found;
    }

    /** Only a role that somebody took away can be left away: an addition never beats a lock, nor anything else. */
    public boolean adoptable() {
        return difference == Difference.MISSING && RoleChange.isOurs(role);
    }
}
