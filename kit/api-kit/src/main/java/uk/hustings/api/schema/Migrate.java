package uk.hustings.api.schema;

import java.util.Map;
import org.flywaydb.core.Flyway;

/**
 * Applies the migrations as the owner of the schema. The service itself runs as a role that can change no table's
 * shape and rewrite no history. Run as a program it takes its settings from the environment, so that the image of a
 * service can migrate as well as serve: {@code java -cp 'app/*:lib/main/*' uk.hustings.api.schema.Migrate seats}.
 */
public final class Migrate {

    private Migrate() {}

    /**
     * @param migrations class loader that sees the service's jar
     * @param service {@code seats}, {@code polls} or {@code campaign}: its migrations lie at {@code db/<service>}
     * @param jdbcUrl for example {@code jdbc:postgresql://localhost:5432/seats}
     * @param owner role that owns the schema
     * @param app role that the service runs as; must exist
     */
    public static void run(
            ClassLoader migrations, String service, String jdbcUrl, String owner, String password, String app) {
        Flyway.configure(migrations)
                .dataSource(jdbcUrl, owner, password)
                .locations("classpath:db/kit", "classpath:db/" + service)
                .placeholders(Map.of("app", app))
                .loggers("slf4j")
                .load()
                .migrate();
    }

    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        run(
                Migrate.class.getClassLoader(),
                arguments[0],
                environment.get("HUSTINGS_DATABASE_URL"),
                environment.get("HUSTINGS_DATABASE_OWNER"),
                environment.get("HUSTINGS_DATABASE_OWNER_PASSWORD"),
                environment.get("HUSTINGS_DATABASE_APP"));
    }
}
