package uk.hustings.local.suite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import uk.hustings.local.keycloak.KeycloakServer;
import uk.hustings.local.process.BackgroundProcess.Launch;
import uk.hustings.test.ServiceDatabase;

/** How each Java process is started: the command, and the configuration that only the runner knows. */
final class Launches {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** Frontends in development, where people usually have them. */
    private static final String CORS_ORIGINS = "http://localhost:3000,http://localhost:5173";

    private final SuiteSettings settings;
    private final Home home;
    private final Secrets secrets;
    private final Duration clockOffset;
    private final List<ClassArchive> archives = new CopyOnWriteArrayList<>();

    Launches(SuiteSettings settings, Home home, Secrets secrets, Duration clockOffset) {
        this.settings = settings;
        this.home = home;
        this.secrets = secrets;
        this.clockOffset = clockOffset;
    }

    Launch of(Installation installation) {
        App app = installation.app();
        List<String> command = new ArrayList<>(List.of(
                JAVA,
                home.mark(),
                "-Dhustings.app=" + app.module(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xms16m",
                "-Xmx%dm".formatted(app.heapMebibytes()),
                "-Xss512k",
                "-Xshare:auto"));
        command.addAll(archiveFlags(app.module(), installation.program()));
        command.addAll(List.of("-jar", installation.program().toString()));
        return launch(app.module(), command, environment(app));
    }

    Launch keycloak(KeycloakServer server) {
        List<String> flags = new ArrayList<>(List.of(home.mark()));
        flags.addAll(archiveFlags(Parts.KEYCLOAK, server.program()));
        return launch(Parts.KEYCLOAK, server.command(flags), server.environment());
    }

    /** To be called when all processes have ended. */
    void keepArchives() {
        archives.forEach(ClassArchive::keep);
    }

    private Launch launch(String name, List<String> command, Map<String, String> environment) {
        return new Launch(
                name, command, environment, home.directory(), home.log(name).path());
    }

    private List<String> archiveFlags(String name, Path program) {
        ClassArchive archive = ClassArchive.of(settings.programs().resolve("classes"), name, program);
        archives.add(archive);
        return archive.flags(settings.ownsPrograms());
    }

    ServiceDatabase database(String service) {
        return new ServiceDatabase(
                "localhost",
                settings.ports().postgres(),
                service,
                secrets.databaseOwner(service),
                secrets.databaseApp(service));
    }

    private Map<String, String> environment(App app) {
        Ports ports = settings.ports();
        Map<String, String> environment = new HashMap<>();
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("QUARKUS_PROFILE", "local");
        // Otherwise each of our questions during the start is a line in the log.
        environment.put("QUARKUS_LOG_CATEGORY__IO_SMALLRYE_HEALTH__LEVEL", "WARN");
        environment.put("QUARKUS_HTTP_HOST", "localhost");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(ports.of(app)));
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", ports.issuer().toString());
        environment.put("HUSTINGS_CLOCK_OFFSET", clockOffset.toString());
        app.database().map(this::database).ifPresent(database -> {
            environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", database.reactiveUrl());
            environment.put("QUARKUS_DATASOURCE_USERNAME", database.app());
            environment.put("QUARKUS_DATASOURCE_PASSWORD", database.appPassword());
        });
        environment.putAll(
                switch (app) {
                    case SEATS -> Map.of();
                    case POLLS -> polls(ports);
                    case CAMPAIGN -> campaign(ports);
                    case GATEWAY -> gateway(ports);
                });
        return environment;
    }

    private Map<String, String> polls(Ports ports) {
        Map<String, String> environment = new HashMap<>();
        environment.put("HUSTINGS_SERVICE_SECRET", secrets.client("polls-service"));
        environment.put("HUSTINGS_SEATS_URL", ports.urlOf(App.SEATS).toString());
        environment.put("HUSTINGS_CAMPAIGN_URL", ports.urlOf(App.CAMPAIGN).toString());
        return environment;
    }

    private Map<String, String> campaign(Ports ports) {
        Map<String, String> environment = new HashMap<>();
        environment.put("HUSTINGS_SERVICE_SECRET", secrets.client("campaign-service"));
        environment.put("HUSTINGS_SEATS_URL", ports.urlOf(App.SEATS).toString());
        environment.put("HUSTINGS_POLLS_URL", ports.urlOf(App.POLLS).toString());
        environment.put("HUSTINGS_KEYCLOAK_URL", ports.keycloakUrl().toString());
        environment.put("HUSTINGS_PARTY", "lab");
        environment.put("HUSTINGS_POLLING_DAY", "2015-05-07");
        return environment;
    }

    private Map<String, String> gateway(Ports ports) {
        return Map.of(
                "HUSTINGS_SEATS_URL", ports.urlOf(App.SEATS).toString(),
                "HUSTINGS_POLLS_URL", ports.urlOf(App.POLLS).toString(),
                "HUSTINGS_CAMPAIGN_URL", ports.urlOf(App.CAMPAIGN).toString(),
                "HUSTINGS_CORS_ORIGINS", CORS_ORIGINS);
    }
}
