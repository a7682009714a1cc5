package uk.hustings.gateway.routes;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import uk.hustings.gateway.routes.domain.Service;

/** Where the services behind the gateway listen, and how long they may take. */
@ConfigMapping(prefix = "hustings.gateway")
public interface RouteConfig {

    /** Scheme, host and port of seats-service. */
    @WithDefault("${hustings.seats.url:http://localhost:8081}")
    URI seatsUrl();

    /** Scheme, host and port of polls-service. */
    @WithDefault("${hustings.polls.url:http://localhost:8082}")
    URI pollsUrl();

    /** Scheme, host and port of campaign-service. */
    @WithDefault("${hustings.campaign.url:http://localhost:8083}")
    URI campaignUrl();

    /** How long a service may take to accept a connection before it counts as gone. */
    @WithDefault("2S")
    Duration connectTimeout();

    /**
     * How long nothing at all may move, in either direction, while a request is under way: before the answer begins this
     * ends in 504, afterwards the connection is cut. Streams stay open as long as they send heartbeats.
     */
    @WithDefault("30S")
    Duration stallTimeout();

    /** Connections to one service; each of the server's threads (two per core) has so many of its own. */
    @WithDefault("128")
    int connectionsPerThread();

    default URI urlOf(Service service) {
        return switch (service) {
            case SEATS -> seatsUrl();
            case POLLS -> pollsUrl();
            case CAMPAIGN -> campaignUrl();
        };
    }
}
