package uk.hustings.seats;

import static uk.hustings.access.CallerAugmentor.callerOf;

import io.quarkus.security.PermissionChecker;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import uk.hustings.access.AccessMatrix;
import uk.hustings.access.AccessRules;
import uk.hustings.access.Caller;

/** Asks the access matrix before an operation that is not for everybody. Facts concern every seat or none. */
@ApplicationScoped
public class Permissions {

    private final AccessRules rules = new AccessRules(AccessMatrix.load(), seat -> Optional.empty(), null);

    @PermissionChecker("election:write")
    boolean writesFacts(SecurityIdentity identity) {
        return granted(identity, "election:write");
    }

    private boolean granted(SecurityIdentity identity, String permission) {
        Caller caller = callerOf(identity);
        // Whoever has not said who they are is asked to, not refused.
        if (caller.anonymous()) {
            return false;
        }
        rules.decideEverywhere(caller, permission).orRefuse();
        return true;
    }
}
