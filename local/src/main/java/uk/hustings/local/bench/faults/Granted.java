package uk.hustings.local.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import uk.hustings.local.keycloak.AdminApi;
import uk.hustings.local.process.Processes;
import uk.hustings.local.suite.App;
import uk.hustings.local.suite.Suite;

/** What follows from the books elsewhere: the feed of locks, and the roles of groups in Keycloak. */
final class Granted {

    private static final String API = "hustings-api";
    private static final String FOLLOWER = "polls-service";
    private static final Duration LIMIT = Duration.ofSeconds(75);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Suite suite;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> groups = new ConcurrentHashMap<>();

    Granted(Suite suite) {
        this.suite = suite;
    }

    /**
     * Waits until feed and roles are as the books want them, which are read again each time: an exemption that ends
     * meanwhile locks again.
     *
     * @return what still differs after the limit; empty if all agree
     */
    List<String> awaitAgreement(Supplier<Books> books) {
        long end = System.nanoTime() + LIMIT.toNanos();
        List<String> differences;
        do {
            differences = differences(books.get());
            if (differences.isEmpty()) {
                return differences;
            }
            Processes.pause(PAUSE);
        } while (System.nanoTime() < end);
        List<String> told = new ArrayList<>(differences);
        told.add("(so still after %d s)".formatted(LIMIT.toSeconds()));
        return told;
    }

    private List<String> differences(Books books) {
        try {
            List<String> differences = new ArrayList<>();
            Set<Turf> locked = new HashSet<>(books.lockedBy().values());
            Set<Turf> fed = fed(books.desiredRoles().keySet());
            if (!locked.equals(fed)) {
                differences.add("locks in the database %s, in the feed %s".formatted(locked, fed));
            }
            AdminApi keycloak = AdminApi.login(
                    suite.ports().keycloakUrl(),
                    "hustings",
                    "admin",
                    suite.secrets().keycloakAdmin());
            books.desiredRoles().forEach((party, desired) -> {
                Set<String> roles = rolesOf(keycloak, party);
                if (!roles.equals(desired)) {
                    differences.add("%s should have %s in Keycloak and has %s".formatted(party, desired, roles));
                }
            });
            return differences;
        } catch (IOException | RuntimeException notYet) {
            return List.of("feed or Keycloak cannot be read: " + notYet);
        }
    }

    private Set<Turf> fed(Set<String> localParties) throws IOException {
        URI feed = suite.ports().urlOf(App.CAMPAIGN).resolve("/internal/locks");
        JsonNode answer = send(HttpRequest.newBuilder(feed).header("Authorization", "Bearer " + serviceToken()));
        Set<Turf> fed = new HashSet<>();
        for (JsonNode lock : answer.get("locks")) {
            if (localParties.contains(lock.get("localParty").asText())) {
                fed.add(new Turf(
                        lock.get("localParty").asText(), lock.get("seatCode").asText()));
            }
        }
        return fed;
    }

    private String serviceToken() throws IOException {
        String form = "grant_type=client_credentials&client_id=%s&client_secret=%s"
                .formatted(FOLLOWER, suite.secrets().client(FOLLOWER));
        return send(HttpRequest.newBuilder(suite.ports().tokenEndpoint())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)))
                .get("access_token")
                .asText();
    }

    private Set<String> rolesOf(AdminApi keycloak, String localParty) {
        String api = groups.computeIfAbsent(API, client -> keycloak.get("/clients?clientId=" + client)
                .at("/0/id")
                .asText());
        String group = groups.computeIfAbsent(localParty, party -> keycloak.get("/group-by-path/local-parties/" + party)
                .get("id")
                .asText());
        Set<String> roles = new TreeSet<>();
        keycloak.get("/groups/%s/role-mappings/clients/%s".formatted(group, api))
                .forEach(role -> roles.add(role.get("name").asText()));
        return roles;
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> answer =
                    http.send(request.timeout(Duration.ofSeconds(15)).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(answer.uri().getPath() + " answered " + answer.statusCode());
            }
            return json.readTree(answer.body());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }
}
