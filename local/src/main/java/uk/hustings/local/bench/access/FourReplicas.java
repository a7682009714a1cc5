package uk.hustings.local.bench.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import uk.hustings.local.bench.BenchFailed;
import uk.hustings.local.bench.SeatsFeed;
import uk.hustings.local.data.LocalPartiesLoader;
import uk.hustings.local.process.Processes;
import uk.hustings.local.suite.App;
import uk.hustings.local.suite.Replicas;
import uk.hustings.test.ServiceDatabase;
import uk.hustings.test.Tokens;
import uk.hustings.test.Upstream;

/**
 * Two replicas of campaign-service and two of polls-service, each of these behind another of those, so that a lock made at the
 * first must pass the database to be known behind the second. A stand-in gives seats and the services' own tokens.
 */
final class FourReplicas implements AutoCloseable {

    static final List<Integer> NUMBERS = List.of(1, 2);

    private static final int HEAP_MEBIBYTES = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** As many as a page of a list can have. */
    private static final int MOST_POLLS = 200;

    private final Replicas replicas;
    private final Upstream feed;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private FourReplicas(Replicas replicas, Upstream feed) {
        this.replicas = replicas;
        this.feed = feed;
    }

    static FourReplicas start(Path projectRoot, Consumer<String> progress) {
        Path home = projectRoot.resolve(".hustings/bench");
        progress.accept("Loading the facts, for the seats that the services follow");
        Upstream feed = SeatsFeed.standIn(projectRoot, home);
        progress.accept("Starting two replicas of campaign-service and two of polls-service");
        FourReplicas four = new FourReplicas(Replicas.prepare(projectRoot, home, App.CAMPAIGN, App.POLLS), feed);
        try {
            // A token must be signed by the key that the services were just told of.
            feed.grant(Tokens.service());
            for (int number : NUMBERS) {
                four.replicas.start(App.CAMPAIGN, number, HEAP_MEBIBYTES, SeatsFeed.configurationOfCampaign(feed));
            }
            new LocalPartiesLoader(projectRoot.resolve("data"), four.url(App.CAMPAIGN, 1), Tokens::nationalOrganiser)
                    .load();
            four.awaitLocalParties(progress);
            four.forgetRoleSync();
            for (int number : NUMBERS) {
                Map<String, String> configuration = new HashMap<>(SeatsFeed.configuration(feed));
                configuration.put(
                        "HUSTINGS_CAMPAIGN_URL", four.url(App.CAMPAIGN, number).toString());
                four.replicas.start(App.POLLS, number, HEAP_MEBIBYTES, configuration);
            }
            return four;
        } catch (RuntimeException failed) {
            four.close();
            throw failed;
        }
    }

    URI url(App app, int number) {
        return replicas.url(app, number);
    }

    /** Ends both replicas of campaign-service as {@code kill -9} does. */
    void killCampaign() {
        NUMBERS.forEach(number -> replicas.kill(App.CAMPAIGN, number));
    }

    /** Makes a private poll in each of so many seats, known at both replicas. */
    List<LockedSeat> seatsWithPrivatePolls(int count) {
        Map<String, String> owners = owners();
        List<String> seats = owners.keySet().stream().limit(count).toList();
        Map<String, String> polls = new HashMap<>();
        for (int from = 0; from < seats.size(); from += MOST_POLLS) {
            importPolls(seats.subList(from, Math.min(seats.size(), from + MOST_POLLS)));
        }
        for (String seat : seats) {
            polls.put(seat, pollOf(1, seat));
            pollOf(2, seat);
        }
        return seats.stream()
                .map(seat -> LockedSeat.of(owners.get(seat), seat, polls.get(seat)))
                .toList();
    }

    private void importPolls(List<String> seats) {
        StringBuilder csv = new StringBuilder(
                "pollster,client,population,question,seatCode,fieldworkStart,fieldworkEnd,visibility,sampleSize,smithPct,corbynPct\n");
        seats.forEach(seat ->
                csv.append("Test Research,,party-members,members-ballot,%s,2015-04-01,2015-04-02,private,400,52,48\n"
                        .formatted(seat)));
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(url(App.POLLS, 1).resolve("/v1/polls/imports.csv"))
                        .header("Authorization", "Bearer " + Tokens.nationalOrganiser())
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", "text/csv")
                        .POST(HttpRequest.BodyPublishers.ofString(csv.toString())));
        if (answer.statusCode() != 201) {
            throw new BenchFailed(
                    "The private polls were answered %d: %s".formatted(answer.statusCode(), answer.body()));
        }
    }

    private String pollOf(int replica, String seat) {
        URI address = url(App.POLLS, replica).resolve("/v1/polls?visibility=private&seat=" + seat);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            JsonNode items = read(send(HttpRequest.newBuilder(address)
                            .header("Authorization", "Bearer " + Tokens.nationalOrganiser())))
                    .path("items");
            if (items.size() > 0) {
                return items.get(0).get("pollId").asText();
            }
            Processes.pause(Duration.ofMillis(50));
        }
        throw new BenchFailed("polls-service %d does not know the poll of %s.".formatted(replica, seat));
    }

    /** The first replica knows what it was told; the second must hear of it. */
    private void awaitLocalParties(Consumer<String> progress) {
        URI some = url(App.CAMPAIGN, 2).resolve("/v1/campaign/local-parties/exeter");
        long begun = System.nanoTime();
        long end = begun + PATIENCE.multipliedBy(2).toNanos();
        while (send(HttpRequest.newBuilder(some).header("Authorization", "Bearer " + Tokens.nationalOrganiser()))
                        .statusCode()
                != 200) {
            if (System.nanoTime() > end) {
                throw new BenchFailed("campaign-service 2 has not heard of the local parties.");
            }
            Processes.pause(Duration.ofMillis(20));
        }
        progress.accept("campaign-service 2 has heard of the local parties after %.1f s"
                .formatted((System.nanoTime() - begun) / 1e9));
    }

    /** By seat code, the local party whose seat it is. */
    private Map<String, String> owners() {
        Map<String, String> owners = new HashMap<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select seat_code, local_party from local_party_seat")) {
            while (row.next()) {
                owners.put(row.getString(1), row.getString(2));
            }
        } catch (SQLException refused) {
            throw new BenchFailed("PostgreSQL refused: " + refused.getMessage());
        }
        return owners;
    }

    /** There is no Keycloak here, and nothing is to be tried again and again meanwhile. */
    private void forgetRoleSync() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("update role_sync set synced = wanted");
        } catch (SQLException refused) {
            throw new BenchFailed("PostgreSQL refused: " + refused.getMessage());
        }
    }

    private Connection connect() throws SQLException {
        ServiceDatabase database = replicas.database(App.CAMPAIGN);
        return DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.ownerPassword());
    }

    private JsonNode read(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("Interrupted.");
        }
    }

    @Override
    public void close() {
        replicas.close();
        feed.close();
    }
}
