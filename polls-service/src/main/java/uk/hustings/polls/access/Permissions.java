package uk.hustings.polls.access;

import io.quarkus.runtime.Startup;
import io.quarkus.security.PermissionChecker;
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
        Caller caller = CallerAugmentor.callerOf(identity);
        // Whoever has not said who they are is asked to, not refused.
        if (caller.anonymous()) {
            return false;
        }
        rules.decideEverywhere(caller, "poll:write").orRefuse();
        return true;
    }

    @Produces
    @Singleton
    static AccessRules rules(Seats seats, LockFeed locks) {
        return new AccessRules(AccessMatrix.load(), seats::regionOf, locks.locks());
    }
}
