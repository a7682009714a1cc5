package uk.hustings.local.bench.interleavings;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import uk.hustings.local.bench.BenchFailed;
import uk.hustings.local.suite.App;
import uk.hustings.local.suite.Replicas;
import uk.hustings.test.ServiceDatabase;
import uk.hustings.test.Tokens;
import uk.hustings.test.Upstream;

/**
 * Two replicas of campaign-service with their timed tasks off, each behind a proxy to the one PostgreSQL. Stand-ins answer for
 * seats-service, with some seats in one region, and for Keycloak, with one account.
 */
final class TwoReplicas implements AutoCloseable {

    static final int FIRST = 1;
    static final int SECOND = 2;
    static final String ACCOUNT = "race-member";
    static final String REGION = "E12000002";

    private static final int HEAP_MEBIBYTES = 256;
    private static final int SEATS = 8;
    private static final String CHANNEL = "perform_duties_";
    private static final int PATIENCE_MILLIS = 30_000;
    private static final String KEYCLOAK = "/admin/realms/hustings";

    private final Replicas replicas;
    private final Upstream upstream;
    private final Map<Integer, StatementGate> gates = new ConcurrentHashMap<>();
    private final List<PostgresProxy> proxies = new CopyOnWriteArrayList<>();

    private TwoReplicas(Replicas replicas, Upstream upstream) {
        this.replicas = replicas;
        this.upstream = upstream;
    }

    /** @param home directory of all that they write */
    static TwoReplicas start(Path projectRoot, Path home, Consumer<String> progress) {
        progress.accept("Starting PostgreSQL and two replicas of campaign-service");
        TwoReplicas two = new TwoReplicas(Replicas.prepare(projectRoot, home, App.CAMPAIGN), Upstream.start());
        try {
            two.keepCommitTimes();
            two.upstream.grant(Tokens.service());
            two.upstream.serve("/internal/standings", standings());
            two.upstream.serve(
                    KEYCLOAK + "/users",
                    "[{\"id\":\"%s\",\"username\":\"%s\",\"enabled\":true}]".formatted(ACCOUNT, ACCOUNT));
            two.upstream.serve(KEYCLOAK + "/group-by-path/key-holders", "{\"id\":\"key-holders\"}");
            two.upstream.serve(KEYCLOAK + "/users/%s/groups/key-holders".formatted(ACCOUNT), "{}");
            List.of(FIRST, SECOND).parallelStream().forEach(two::startReplica);
            return two;
        } catch (RuntimeException failed) {
            two.close();
            throw failed;
        }
    }

    ReplicaClient client(int replica) {
        return new ReplicaClient(replicas.url(App.CAMPAIGN, replica));
    }

    StatementGate gate(int replica) {
        return gates.get(replica);
    }

    ServiceDatabase database() {
        return replicas.database(App.CAMPAIGN);
    }

    /** As superuser, who may delete what is never deleted. */
    Connection superuser() throws SQLException {
        return DriverManager.getConnection(replicas.postgres()
                .superuserUrl()
                .replace("/postgres?", "/%s?".formatted(database().service())));
    }

    /** Says to the stand-in for Keycloak of which local party the account is a member; null for none. */
    void keycloakSays(String localParty, String member) {
        upstream.serve(
                KEYCLOAK + "/group-by-path/local-parties/" + localParty,
                "{\"id\":\"group-of-%s\"}".formatted(localParty));
        upstream.serve(KEYCLOAK + "/users/%s/groups/group-of-%s".formatted(ACCOUNT, localParty), "{}");
        upstream.serve(
                KEYCLOAK + "/users/%s/groups".formatted(ACCOUNT),
                member == null ? "[]" : "[{\"id\":\"g\",\"path\":\"/local-parties/%s\"}]".formatted(member));
    }

    /**
     * Has a replica perform all timed tasks once.
     *
     * @return names of the tasks that failed, which a scheduler would try again; empty if none did
     * @throws BenchFailed if there is no answer within half a minute
     */
    String performTimedTasks(int replica) {
        String asked = UUID.randomUUID().toString();
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("listen %s%d_done".formatted(CHANNEL, replica));
            statement.execute("notify %s%d, '%s'".formatted(CHANNEL, replica, asked));
            long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
            while (System.nanoTime() < end) {
                PGNotification[] answers = connection.unwrap(PGConnection.class).getNotifications(1000);
                for (PGNotification answer : answers == null ? new PGNotification[0] : answers) {
                    if (answer.getParameter().startsWith(asked)) {
                        return answer.getParameter().substring(asked.length()).strip();
                    }
                }
            }
        } catch (SQLException refused) {
            throw new BenchFailed("PostgreSQL refused: " + refused.getMessage());
        }
        throw new BenchFailed("Replica %d did not perform its timed tasks within 30 s.".formatted(replica));
    }

    private void startReplica(int number) {
        StatementGate gate = new StatementGate();
        gates.put(number, gate);
        PostgresProxy proxy = PostgresProxy.start(database().port(), gate);
        proxies.add(proxy);
        Map<String, String> configuration = new HashMap<>();
        configuration.put(
                "QUARKUS_DATASOURCE_REACTIVE_URL",
                "postgresql://localhost:%d/%s"
                        .formatted(proxy.port(), database().service()));
        configuration.put("QUARKUS_SCHEDULER_ENABLED", "false");
        configuration.put("HUSTINGS_DUTIES_CHANNEL", CHANNEL + number);
        configuration.put("HUSTINGS_DUTIES_REVIEW_EVERY", "0s");
        configuration.put("HUSTINGS_ROLE_SYNC_FIRST_WAIT", "1h");
        configuration.put("HUSTINGS_ROLE_SYNC_LONGEST_WAIT", "1h");
        configuration.put("HUSTINGS_ROLE_SYNC_WORKERS", "2");
        configuration.put("HUSTINGS_SEATS_URL", upstream.url());
        configuration.put("HUSTINGS_POLLS_URL", upstream.url());
        configuration.put("HUSTINGS_KEYCLOAK_URL", upstream.url());
        configuration.put("HUSTINGS_SERVICE_SECRET", "of-the-bench");
        configuration.put("QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL", upstream.url());
        configuration.put("QUARKUS_OIDC_CLIENT_TOKEN_PATH", "/token");
        configuration.put("HUSTINGS_PARTY", "lab");
        configuration.put("HUSTINGS_POLLING_DAY", "2015-05-07");
        replicas.start(App.CAMPAIGN, number, HEAP_MEBIBYTES, configuration);
    }

    /** With them the order in which transactions took effect can be read afterwards. */
    private void keepCommitTimes() {
        try (Connection connection =
                        DriverManager.getConnection(replicas.postgres().superuserUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set track_commit_timestamp = on");
            statement.execute("alter system set deadlock_timeout = '200ms'");
        } catch (SQLException refused) {
            throw new BenchFailed("PostgreSQL refused: " + refused.getMessage());
        }
        replicas.postgres().stop();
        replicas.postgres().start();
    }

    /** Safe seats, where the weekly limit applies. */
    private static String standings() {
        List<String> seats = new ArrayList<>();
        for (int number = 1; number <= SEATS; number++) {
            seats.add(String.format(Locale.ROOT, """
                    {"seatCode":"%s","name":"Seat %d","regionCode":"%s","country":"England","electorate":70000,
                     "centroid":{"lat":53.%d,"lon":-2.5},"holder":"lab","rank":null,"swingRequiredPts":null,
                     "majorityPct":40.0}""", seat(number), number, REGION, number));
        }
        return "{\"party\":\"lab\",\"asOf\":\"2015-04-14\",\"seats\":[%s]}".formatted(String.join(",", seats));
    }

    /** @param number from 1 */
    static String seat(int number) {
        return "E140000%02d".formatted(number);
    }

    @Override
    public void close() {
        replicas.close();
        proxies.forEach(PostgresProxy::close);
        upstream.close();
    }
}
