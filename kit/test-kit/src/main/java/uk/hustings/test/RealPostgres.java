package uk.hustings.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/**
 * A real PostgreSQL with the service's own schema, roles and rights, thrown away afterwards; the domain's clock at noon
 * of 14 April 2015; and a key that {@link Tokens} signs with. Init argument {@code service}: which service is tested;
 * {@code keycloak=away}: instead of the key, the address of a Keycloak that nobody answers at.
 */
public class RealPostgres implements QuarkusTestResourceLifecycleManager {

    private static final LocalDate DOMAIN_DAY = LocalDate.of(2015, 4, 14);

    private String service;
    private boolean keycloakAway;
    private EmbeddedPostgres postgres;

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.get("service");
        keycloakAway = "away".equals(arguments.get("keycloak"));
    }

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
            ServiceDatabase database = database(service, postgres.getPort());
            database.provision(postgres.getJdbcUrl("postgres", "postgres"));
            database.migrate(Thread.currentThread().getContextClassLoader());
            Instant noon = DOMAIN_DAY
                    .atTime(LocalTime.NOON)
                    .atZone(ZoneId.of("Europe/London"))
                    .toInstant();
            Map<String, String> configuration = new HashMap<>(Map.of(
                    "quarkus.datasource.reactive.url", database.reactiveUrl(),
                    "quarkus.datasource.username", database.app(),
                    "quarkus.datasource.password", database.appPassword(),
                    "hustings.clock.offset",
                            Duration.between(Instant.now(), noon).toString()));
            if (keycloakAway) {
                configuration.put("quarkus.oidc.auth-server-url", "http://localhost:1/realms/hustings");
            } else {
                configuration.put("quarkus.oidc.public-key", Tokens.newSigningKey());
                configuration.put("quarkus.oidc.token.issuer", Tokens.ISSUER);
            }
            return configuration;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void stop() {
        try {
            if (postgres != null) {
                postgres.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The database that such a resource has made, for a test that looks behind the service. */
    static ServiceDatabase database(String service, String reactiveUrl) {
        return database(service, java.net.URI.create(reactiveUrl).getPort());
    }

    private static ServiceDatabase database(String service, int port) {
        return new ServiceDatabase("localhost", port, service, "owner-of-test", "app-of-test");
    }
}
