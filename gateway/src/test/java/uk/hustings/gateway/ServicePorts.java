package uk.hustings.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** Ports at which tests put services of their own, or nothing; and little patience, so that tests are quick. */
public class ServicePorts implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try (ServerSocket seats = new ServerSocket(0);
                ServerSocket polls = new ServerSocket(0);
                ServerSocket campaign = new ServerSocket(0)) {
            return Map.of(
                    "hustings.seats.url",
                    "http://localhost:" + seats.getLocalPort(),
                    "hustings.polls.url",
                    "http://localhost:" + polls.getLocalPort(),
                    "hustings.campaign.url",
                    "http://localhost:" + campaign.getLocalPort(),
                    "hustings.gateway.stall-timeout",
                    "1S",
                    "hustings.docs.refresh",
                    "0S",
                    // Services that fail are what these tests are about.
                    "quarkus.log.level",
                    "ERROR",
                    "quarkus.log.category.\"io.vertx\".level",
                    "OFF",
                    "hustings.cors.origins",
                    "https://map.example,http://localhost:3000");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void stop() {
        // The ports were only reserved.
    }
}
