package uk.hustings.seats.facts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import uk.hustings.seats.facts.domain.Facts;

/** Ready once the facts have been read, few or none as they may be. */
@Readiness
@ApplicationScoped
class FactsReady implements HealthCheck {

    private final CurrentFacts facts;

    FactsReady(CurrentFacts facts) {
        this.facts = facts;
    }

    @Override
    public HealthCheckResponse call() {
        Optional<Facts> known = facts.find();
        return HealthCheckResponse.named("facts")
                .status(known.isPresent())
                .withData("seats", known.map(Facts::seatCount).orElse(0))
                .build();
    }
}
