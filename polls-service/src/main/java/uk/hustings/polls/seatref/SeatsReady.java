package uk.hustings.polls.seatref;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import uk.hustings.api.time.DomainClock;
import uk.hustings.polls.seatref.domain.SeatBook;

/**
 * Ready once a first snapshot of the seats has come; an old one is said, not held against us. Tells how many seats are in
 * force.
 */
@Readiness
@ApplicationScoped
class SeatsReady implements HealthCheck {

    private final Seats seats;
    private final DomainClock clock;

    SeatsReady(Seats seats, DomainClock clock) {
        this.seats = seats;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("seats-snapshot")
                .status(seats.known().isPresent())
                .withData("seats", seats.known().map(this::inForce).orElse(0))
                .withData("ageSeconds", seats.age().map(Duration::toSeconds).orElse(-1L))
                .build();
    }

    private int inForce(SeatBook book) {
        return book.setOn(clock.today())
                .map(set -> book.seats(set.code()).size())
                .orElse(0);
    }
}
