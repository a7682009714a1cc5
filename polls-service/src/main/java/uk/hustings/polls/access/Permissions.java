package uk.hustings.polls.access;

import io.quarkus.runtime.Startup;
import io.quarkus.security.PermissionChecker;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import uk.hustings.access.AccessMatrix;
import uk.hustings.access.AccessRules;
import uk.hustings.access.Caller;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.polls.seatref.Seats;

/** Asks the access matrix before an operation that is not for everybody. */
@Startup
@ApplicationScoped
public class Permissions {

    private final AccessRules rules;

    Permissions(AccessRules rules) {
        this.rules = rules;
    }

    @PermissionChecker("poll:write")
    boolean writesPolls(SecurityIdentity identity) {
        return everywhere(identity, "poll:write");
    }

    @PermissionChecker("poll:read-log")
    boolean readsWhoRead(SecurityIdentity identity) {
        return everywhere(identity, "poll:read-log");
    }

    @PermissionChecker("forecast:run")
    boolean runsForecasts(SecurityIdentity identity) {
        return everywhere(identity, "forecast:run");
    }

    private boolean everywhere(SecurityIdentity identity, String permission) {
        Caller caller = CallerAugmentor.callerOf(identity);
        // Whoever has not said who they are is asked to, not refused.
        if (caller.anonymous()) {
            return false;
        }
        rules.decideEverywhere(caller, permission).orRefuse();
        return true;
    }

    @PermissionChecker("feed:follow")
    boolean follows(SecurityIdentity identity) {
        return everywhere(identity, "feed:follow");
    }

    /**
     * Lets a service in and nobody else, where only some of what an operation answers is for services.
     *
     * @throws UnauthorizedException if there is no token
     * @throws uk.hustings.api.problem.Problem FORBIDDEN if it is not a service's
     */
    public void requireService(SecurityIdentity identity) {
        if (!follows(identity)) {
            throw new UnauthorizedException();
        }
    }

    @Produces
    @Singleton
    static AccessRules rules(Seats seats, LockFeed locks) {
        return new AccessRules(AccessMatrix.load(), seats::regionOf, locks.locks());
    }
}
