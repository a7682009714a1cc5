package uk.hustings.polls.evidence;

import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import uk.hustings.access.AccessRules;
import uk.hustings.access.Caller;
import uk.hustings.polls.evidence.domain.Evidence;

/** What is made of all the evidence, for those who may know of it; what is public, for everybody. */
@ApplicationScoped
public class InternalEvidence {

    private static final String PERMISSION = "forecast:read-internal";

    private final VisibleEvidence visible;
    private final AccessRules rules;

    InternalEvidence(VisibleEvidence visible, AccessRules rules) {
        this.visible = visible;
        this.rules = rules;
    }

    /** Whether the caller may know what is made of it. */
    public boolean opensTo(Caller caller, Extent extent) {
        return extent == Extent.PUBLIC
                || !caller.anonymous()
                        && rules.decideEverywhere(caller, PERMISSION).granted();
    }

    /** @throws uk.hustings.api.problem.Problem FORBIDDEN */
    public void refuseUnlessOpenTo(Caller caller, Extent extent) {
        if (extent == Extent.INTERNAL && caller.anonymous()) {
            throw new UnauthorizedException();
        }
        if (extent == Extent.INTERNAL) {
            rules.decideEverywhere(caller, PERMISSION).orRefuse();
        }
    }

    /**
     * What tells the evidence of this moment from that of any other.
     *
     * @throws uk.hustings.api.problem.Problem NOT_READY
     */
    public Object edition(Extent extent) {
        return visible.edition(extent);
    }

    /**
     * The evidence itself, whoever asks.
     *
     * @throws uk.hustings.api.problem.Problem NOT_READY
     */
    public Evidence of(Extent extent) {
        return extent == Extent.PUBLIC ? visible.toEverybody() : visible.whole();
    }
}
