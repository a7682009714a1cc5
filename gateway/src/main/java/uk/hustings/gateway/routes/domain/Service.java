package uk.hustings.gateway.routes.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A service behind the gateway and the paths it owns. What no service owns is not reachable from outside. */
public enum Service {
    SEATS(
            "/v1/seats",
            "/v1/boundary-sets",
            "/v1/regions",
            "/v1/parties",
            "/v1/elections",
            "/v1/rankings",
            "/v1/swings",
            "/v1/projections"),
    POLLS("/v1/polls", "/v1/evidence", "/v1/averages", "/v1/forecasts"),
    CAMPAIGN("/v1/campaign");

    private final List<String> prefixes;

    Service(String... prefixes) {
        this.prefixes = List.of(prefixes);
    }

    public List<String> prefixes() {
        return prefixes;
    }

    /** The name in answers and logs, for example {@code seats}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param path one that the edge has accepted */
    public static Optional<Service> owning(String path) {
        return Arrays.stream(values())
                .filter(service -> service.prefixes.stream().anyMatch(prefix -> isUnder(prefix, path)))
                .findFirst();
    }

    /** The prefix itself, what lies below it, and its other forms ({@code /v1/polls.csv}). */
    private static boolean isUnder(String prefix, String path) {
        return path.startsWith(prefix)
                && (path.length() == prefix.length() || "/.".indexOf(path.charAt(prefix.length())) >= 0);
    }
}
