package uk.hustings.campaign.forecastref;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import uk.hustings.api.follow.Announcer;
import uk.hustings.api.follow.Follower;
import uk.hustings.api.follow.Tagged;
import uk.hustings.campaign.seatref.Seats;

/**
 * The latest forecast from public evidence as this replica knows it. There may be none, and polls-service may be away:
 * nothing that needs a forecast may take one for granted.
 */
@Startup
@ApplicationScoped
public class Forecasts {

    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final String EVIDENCE = "public";

    private final Follower<Tagged<LatestForecast>> follower;
    private final Seats seats;

    Forecasts(@RestClient ForecastClient client, Seats seats) {
        this.seats = seats;
        this.follower = Follower.follow(
                "forecasts",
                new Follower.Source<Tagged<LatestForecast>>() {
                    @Override
                    public Uni<Tagged<LatestForecast>> fetch(Tagged<LatestForecast> known) {
                        return Tagged.fetch(known, etag -> client.latest(EVIDENCE, etag), forecast -> forecast);
                    }

                    @Override
                    public Multi<?> signals() {
                        return Announcer.watched(client.events());
                    }
                },
                EVERY,
                changed -> {});
    }

    @PreDestroy
    void stop() {
        follower.close();
    }

    /** The forecast, if there is one of the seats that we know; one of another boundary set is none. */
    public Optional<LatestForecast> latest() {
        return follower.current()
                .map(Tagged::value)
                .filter(forecast -> forecast.forecastId() != null && ofOurSeats(forecast));
    }

    /** Why there is none, in words; empty if there is one. */
    public Optional<String> whyNone() {
        if (latest().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(follower.current()
                .map(Tagged::value)
                .map(forecast -> forecast.forecastId() == null
                        ? "No forecast has been run yet."
                        : "The latest forecast is one of the boundary set %s, which is not in force."
                                .formatted(forecast.boundarySet()))
                .orElse("Forecasts cannot be reached at the moment."));
    }

    /** Most seats have the same code in both or in neither: five Scottish ones stand in two sets. */
    private boolean ofOurSeats(LatestForecast forecast) {
        long known = forecast.seats().stream()
                .filter(seat -> seats.find(seat.seatCode()).isPresent())
                .count();
        return known > 0 && known * 2 > forecast.seats().size();
    }
}
