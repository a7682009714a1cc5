package uk.hustings.campaign.rolesync;

import uk.hustings.campaign.rolesync.domain.SyncFailure;

/** Keycloak did not do what it was asked. The message is for headquarters: it names no host and no class. */
public final class KeycloakFailure extends RuntimeException {

    private final transient SyncFailure kind;

    KeycloakFailure(SyncFailure kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    SyncFailure kind() {
        return kind;
    }
}
