package uk.hustings.polls.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the evidence has been read, much or none as it may be. How much is not told: some of it is private. */
@Readiness
@ApplicationScoped
class EvidenceReady implements HealthCheck {

    private final CurrentEvidence evidence;

    EvidenceReady(CurrentEvidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("evidence")
                .status(evidence.find().isPresent())
                .build();
    }
}
