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
import java.util.Map;

/**
 * A real PostgreSQL with the service's own schema, roles and rights, thrown away afterwards; the domain's clock at noon
 * of 14 April 2015; and a key that {@link Tokens} signs with. Init argument {@code service}: which service is tested.
 */
public class RealPostgres implements QuarkusTestResourceLifecycleManager {

    private static final LocalDate DOMAIN_DAY = LocalDate.of(2015, 4, 14);

    private String service;
    private EmbeddedPostgres postgres;

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.get("service");
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
            return Map.of(
                    "quarkus.datasource.reactive.url", database.reactiveUrl(),
                    "quarkus.datasource.username", database.app(),
                    "quarkus.datasource.password", database.appPassword(),
                    "quarkus.oidc.public-key", Tokens.newSigningKey(),
                    "quarkus.oidc.token.issuer", Tokens.ISSUER,
                    "hustings.clock.offset",
                            Duration.between(Instant.now(), noon).toString());
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
