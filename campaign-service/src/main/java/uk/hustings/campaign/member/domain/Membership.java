package uk.hustings.campaign.member.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * Where an account stands, as Keycloak has it.
 *
 * @param localParties ids of the local parties in whose groups it is; one at the most for a sound account
 * @param keyHolder whether it may open what a lock has shut
 */
public record Membership(Collection<String> localParties, boolean keyHolder) {

    /** What can happen to a membership, as it is recorded. */
    public enum Change {
        ADDED("added"),
        REMOVED("removed"),
        KEY_HOLDER("key-holder"),
        NO_KEY_HOLDER("no-key-holder");

        private final String code;

        Change(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public boolean isOf(String localParty) {
        return localParties.contains(localParty);
    }

    /**
     * The local parties that stand in the way of this one.
     *
     * @param exists whether a local party has a seat: one that was merged or has retired holds nobody back
     */
    public List<String> elsewhere(String localParty, Predicate<String> exists) {
        return localParties.stream()
                .filter(other -> !other.equals(localParty))
                .filter(exists)
                .sorted()
                .toList();
    }

    /** The local parties that no longer exist, whose groups it may leave. */
    public List<String> remains(String localParty, Predicate<String> exists) {
        return localParties.stream()
                .filter(other -> !other.equals(localParty))
                .filter(exists.negate())
                .sorted()
                .toList();
    }

    /**
     * What makes the account a member. Nobody joins with a key: the one of another local party is taken away.
     *
     * @param shutOut whether it was removed so lately that its tokens are still refused
     * @param withoutKey whether the account is to hold no key afterwards, though it is a member already
     */
    public List<Change> toJoin(String localParty, boolean shutOut, boolean withoutKey) {
        List<Change> changes = new ArrayList<>();
        boolean joins = !isOf(localParty) || shutOut;
        if (joins) {
            changes.add(Change.ADDED);
        }
        if (keyHolder && (joins || withoutKey)) {
            changes.add(Change.NO_KEY_HOLDER);
        }
        return changes;
    }

    /** What ends the membership: the key goes with it. */
    public List<Change> toLeave() {
        return keyHolder ? List.of(Change.REMOVED, Change.NO_KEY_HOLDER) : List.of(Change.REMOVED);
    }
}
