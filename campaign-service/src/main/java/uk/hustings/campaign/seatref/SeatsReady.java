package uk.hustings.campaign.seatref;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once a first snapshot of the seats has come; an old one is said, not held against us. */
@Readiness
@ApplicationScoped
class SeatsReady implements HealthCheck {

    private final Seats seats;

    SeatsReady(Seats seats) {
        this.seats = seats;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("seats-snapshot")
                .status(seats.known())
                .withData("seats", seats.all().size())
                .withData("ageSeconds", seats.age().map(Duration::toSeconds).orElse(-1L))
                .build();
    }
}
