package uk.hustings.local.data;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Where the loader finds what it needs.
 *
 * @param data the project's {@code data} folder
 * @param gateway base URL of the suite, without a path, for example {@code http://localhost:8080}
 * @param tokenEndpoint of the realm, {@code .../protocol/openid-connect/token}
 * @param clientId client whose service account has the realm role {@code national-organiser}
 * @param clientSecret its secret
 * @param readiness {@code /q/health/ready} of each service that copies the seats: polls and campaign
 * @param patience how long to wait for those copies, and for a service that cannot answer at the moment
 */
public record LoaderSettings(
        Path data,
        URI gateway,
        URI tokenEndpoint,
        String clientId,
        String clientSecret,
        List<URI> readiness,
        Duration patience) {

    public static final String DEMO_CLIENT = "hustings-loader";
    public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(60);

    public LoaderSettings {
        readiness = List.copyOf(readiness);
    }

    /** Whoever logs the settings must not log the secret. */
    @Override
    public String toString() {
        return "LoaderSettings[data=%s, gateway=%s, clientId=%s]".formatted(data, gateway, clientId);
    }
}
