package uk.hustings.campaign.rolesync.domain;

import java.util.Set;

/**
 * Why a group could not be made equal to what it should be.
 *
 * <p>What Keycloak does not answer is no fault of the request: it waits for as long as Keycloak is away. What Keycloak
 * refuses again and again, or what no repetition mends, becomes a dead letter for a person to look at.
 */
public enum SyncFailure {
    /** No connection, no answer in time, or a proxy that says so. */
    NO_ANSWER,
    /** An answer that is an error or no answer of Keycloak's at all. */
    REFUSED,
    /** Something is missing that only an administrator of Keycloak can make. */
    BEYOND_REPAIR;

    private static final Set<Integer> GATEWAY_ERRORS = Set.of(502, 503, 504);

    /** @param status of HTTP */
    public static SyncFailure ofStatus(int status) {
        return GATEWAY_ERRORS.contains(status) ? NO_ANSWER : REFUSED;
    }

    /** @param refusals so far, this one included */
    public boolean isFinal(int refusals, int mostRefusals) {
        return this == BEYOND_REPAIR || this == REFUSED && refusals >= mostRefusals;
    }
}
