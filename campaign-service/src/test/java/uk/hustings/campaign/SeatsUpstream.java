package uk.hustings.campaign;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import uk.hustings.test.Upstream;

/** In the place of seats-service: the real seats as they stood for Labour on 14 April 2015. No Keycloak behind it. */
public class SeatsUpstream implements QuarkusTestResourceLifecycleManager {

    private Upstream upstream;

    @Override
    public Map<String, String> start() {
        upstream = Upstream.start();
        try (var standings = SeatsUpstream.class.getResourceAsStream("/standings.json")) {
            upstream.serve("/internal/standings", new String(standings.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return Map.of(
                "hustings.seats.url",
                upstream.url(),
                "hustings.keycloak.url",
                upstream.url() + "/no-keycloak",
                "quarkus.oidc-client.auth-server-url",
                upstream.url(),
                "quarkus.oidc-client.discovery-enabled",
                "false",
                "quarkus.oidc-client.token-path",
                "/token",
                "hustings.service.secret",
                "of-the-test");
    }

    @Override
    public void stop() {
        upstream.close();
    }
}
