package uk.hustings.local.suite;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import uk.hustings.local.data.LoadRefused;
import uk.hustings.local.data.LoadReport;
import uk.hustings.local.data.Loader;
import uk.hustings.local.data.LoaderSettings;
import uk.hustings.local.keycloak.KeycloakDistribution;
import uk.hustings.local.keycloak.KeycloakServer;
import uk.hustings.local.keycloak.RealmFile;
import uk.hustings.local.postgres.PostgresServer;
import uk.hustings.local.process.BackgroundProcess;
import uk.hustings.test.ServiceDatabase;

/** The parts of one suite, each with how it is started and when it is ready. */
final class Parts {

    static final String KEYCLOAK = "keycloak";
    static final String POSTGRES = "postgres";

    private final SuiteSettings settings;
    private final Home home;
    private final ProcessGroup processes;
    private final Progress progress;
    private final Secrets secrets;
    private final Launches launches;
    private final PostgresServer postgres;
    private final Databases databases;
    private volatile boolean postgresStarted;

    Parts(SuiteSettings settings, Home home, ProcessGroup processes, Duration clockOffset) {
        this.settings = settings;
        this.home = home;
        this.processes = processes;
        this.progress = settings.progress();
        this.secrets = Secrets.keptIn(home.secrets());
        this.launches = new Launches(settings, home, secrets, clockOffset);
        this.postgres = home.postgres(settings.programs(), settings.ports().postgres(), secrets.superuser());
        this.databases = new Databases(postgres);
    }

    Secrets secrets() {
        return secrets;
    }

    PostgresServer postgres() {
        return postgres;
    }

    boolean postgresStarted() {
        return postgresStarted;
    }

    boolean postgresDied() {
        return postgresStarted && postgres.process().isEmpty();
    }

    void startLogsAfresh() {
        home.log(KEYCLOAK).startAfresh();
        for (App app : App.values()) {
            home.log(app.module()).startAfresh();
        }
    }

    /** PostgreSQL with all databases, of which only Keycloak's has its shape. */
    void startPostgres() {
        progress.begin(POSTGRES);
        PostgresServer.Start start = postgres.start();
        postgresStarted = true;
        databases.provision(Stream.of(KEYCLOAK, "seats", "polls", "campaign")
                .map(launches::database)
                .toList());
        progress.end(POSTGRES, start.name().toLowerCase(Locale.ROOT));
    }

    /** Keycloak's programs; needs no database. */
    void unpackKeycloak() {
        progress.begin(KEYCLOAK);
        keycloakPrograms();
    }

    /** Wants its database; returns when tokens can be had. */
    void startKeycloak() {
        ServiceDatabase database = launches.database(KEYCLOAK);
        KeycloakServer server = new KeycloakServer(
                keycloakPrograms(),
                home.keycloak(),
                settings.ports().keycloak(),
                new KeycloakServer.Database(database.jdbcUrl(), database.owner(), database.ownerPassword()),
                secrets.keycloakAdmin());
        RealmFile realm = RealmFile.of(
                settings.projectRoot().resolve("data/geography/constituencies_2010_2024.csv"), settings.overlays());
        server.prepare(realm, secrets.clients());
        processes.start(launches.keycloak(server));
        awaitReady(KEYCLOAK);
        server.grantRights(realm);
        progress.end(KEYCLOAK, "ready");
    }

    private KeycloakDistribution keycloakPrograms() {
        return KeycloakDistribution.builtIn(settings.programs().resolve("keycloak-" + Versions.of("keycloak")));
    }

    /** Brings the app's database to its shape and returns when the app is ready. */
    void startApp(App app) {
        progress.begin(app.module());
        Installation installation =
                Installation.of(app, settings.projectRoot(), settings.programs().resolve("apps"));
        app.database().map(launches::database).ifPresent(database -> databases.migrate(installation, database));
        processes.start(launches.of(installation));
        if (settings.ownsPrograms()) {
            installation.removeOlder();
        }
        awaitReady(app.module());
        progress.end(app.module(), "ready");
    }

    /** @throws SuiteFailure if the process is not ready in time */
    void awaitReady(String name) {
        BackgroundProcess process = processes.find(name).orElseThrow();
        URI question = readiness(name);
        if (!Readiness.await(question, () -> processes.isClosed() || !process.isAlive())) {
            throw process.isAlive()
                    ? SuiteFailure.withLog(name + " does not become ready.", home.log(name))
                    : died(process);
        }
    }

    SuiteFailure died(BackgroundProcess process) {
        return SuiteFailure.withLog(
                "%s died (exit code %d).".formatted(process.name(), process.exitValue()), home.log(process.name()));
    }

    void loadData() {
        progress.begin("data");
        try {
            LoadReport report = new Loader(loaderSettings()).load(step -> {});
            progress.end("data", report.created() == 0 ? "as it was" : "loaded");
        } catch (LoadRefused refused) {
            throw new SuiteFailure("The data could not be loaded. " + refused.getMessage(), refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SuiteFailure("Interrupted while the data was loaded.", interrupted);
        }
    }

    /** The door first, the store last; what depends on each other least, side by side. */
    void stopAll() {
        processes.stop(App.GATEWAY.module());
        processes.stop(App.CAMPAIGN.module(), App.POLLS.module(), App.SEATS.module());
        processes.stop(KEYCLOAK);
        postgres.stop();
        launches.keepArchives();
    }

    private URI readiness(String name) {
        for (App app : App.values()) {
            if (app.module().equals(name)) {
                return settings.ports().urlOf(app).resolve("/q/health/ready");
            }
        }
        return settings.ports().issuer();
    }

    private LoaderSettings loaderSettings() {
        return new LoaderSettings(
                settings.projectRoot().resolve("data"),
                settings.ports().urlOf(App.GATEWAY),
                settings.ports().tokenEndpoint(),
                LoaderSettings.DEMO_CLIENT,
                secrets.client(LoaderSettings.DEMO_CLIENT),
                App.COPYING_SEATS.stream().map(app -> readiness(app.module())).toList(),
                LoaderSettings.DEFAULT_PATIENCE);
    }
}
