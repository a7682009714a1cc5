package uk.hustings.polls.seatref;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import uk.hustings.polls.seatref.domain.SeatBook;

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
                .status(seats.known().isPresent())
                .withData("seats", seats.known().map(SeatBook::size).orElse(0))
                .withData("ageSeconds", seats.age().map(Duration::toSeconds).orElse(-1L))
                .build();
    }
}
