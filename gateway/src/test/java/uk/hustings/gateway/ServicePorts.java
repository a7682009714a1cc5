package uk.hustings.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/** Ports at which tests put services of their own, or nothing; and little patience, so that tests are quick. */
public class ServicePorts implements QuarkusTestResourceLifecycleManager {

    private static final Map<String, String> LOW_LIMITS = Map.ofEntries(
            Map.entry("hustings.request.head-timeout", "1S"),
            Map.entry("hustings.request.body-timeout", "5S"),
            Map.entry("hustings.request.rate-window", "3S"),
            Map.entry("hustings.request.connections", "60"),
            Map.entry("hustings.limits.requests-per-caller", "6"),
            Map.entry("hustings.limits.requests-per-service", "9"),
            Map.entry("hustings.limits.imports-per-caller", "2"),
            Map.entry("hustings.limits.imports-per-service", "3"),
            Map.entry("hustings.limits.slow-body-after", "300MS"),
            Map.entry("hustings.limits.slow-bodies-per-caller", "2"),
            Map.entry("hustings.limits.slow-bodies-per-service", "3"),
            Map.entry("hustings.limits.event-streams-per-caller", "3"),
            Map.entry("hustings.limits.event-streams-per-service", "5"));

    @Override
    public Map<String, String> start() {
        try (ServerSocket seats = new ServerSocket(0);
                ServerSocket polls = new ServerSocket(0);
                ServerSocket campaign = new ServerSocket(0)) {
            Map<String, String> settings = new HashMap<>(LOW_LIMITS);
            settings.putAll(Map.of(
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
                    "https://map.example,http://localhost:3000"));
            return settings;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void stop() {
        // The ports were only reserved.
    }
}
