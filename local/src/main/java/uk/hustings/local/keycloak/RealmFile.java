package uk.hustings.local.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The realm as Keycloak imports it: the base written by hand, the overlays, a pair of roles per seat, a group per local
 * party and region. Secrets come in last, and only into the written file.
 */
public final class RealmFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCOPE_OF_PEOPLE = "hustings";

    /** The client whose roles are the seats. */
    static final String API = "hustings-api";

    private final ObjectNode realm;
    private final List<Constituency> seats;

    private RealmFile(ObjectNode realm, List<Constituency> seats) {
        this.realm = realm;
        this.seats = seats;
    }

    /** @param constituencies {@code geography/constituencies_2010_2024.csv} of the project's data */
    public static RealmFile of(Path constituencies, List<Overlay> overlays) {
        List<Constituency> seats = Constituency.readAll(constituencies);
        ObjectNode realm = read("hustings-realm.json");
        overlays.forEach(overlay -> RealmMerge.into(realm, read(overlay.resource())));
        addSeatRoles(realm, seats);
        realm.withArray("groups")
                .add(SeatGroups.localParties(seats))
                .add(SeatGroups.regions(seats))
                .add(SeatGroups.keyHolders());
        return new RealmFile(realm, seats);
    }

    /**
     * Writes the file so that only its owner can read it.
     *
     * @param clientSecrets by client id
     * @throws IllegalArgumentException if a client that needs a secret has none, or a secret has no client
     */
    public void write(Path file, Map<String, String> clientSecrets) {
        byte[] document = bytes(withSecrets(clientSecrets));
        try {
            Files.createDirectories(file.getParent());
            Path draft = Files.createTempFile(
                    file.getParent(),
                    "realm",
                    ".draft",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (OutputStream out = Files.newOutputStream(draft)) {
                out.write(document);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    List<Constituency> seats() {
        return seats;
    }

    JsonNode withSecrets(Map<String, String> clientSecrets) {
        Set<String> confidential = clients()
                .filter(client -> client.path("serviceAccountsEnabled").asBoolean())
                .map(client -> client.get("clientId").asText())
                .collect(Collectors.toSet());
        if (!confidential.equals(clientSecrets.keySet())) {
            throw new IllegalArgumentException(
                    "Secrets are needed for %s, given for %s".formatted(confidential, clientSecrets.keySet()));
        }
        ObjectNode complete = realm.deepCopy();
        for (JsonNode client : complete.withArray("clients")) {
            String secret = clientSecrets.get(client.get("clientId").asText());
            if (secret != null) {
                ((ObjectNode) client).put("secret", secret);
            }
        }
        return complete;
    }

    private Stream<JsonNode> clients() {
        return StreamSupport.stream(realm.withArray("clients").spliterator(), false);
    }

    private static void addSeatRoles(ObjectNode realm, List<Constituency> seats) {
        ArrayNode roles = realm.withObject("/roles/client").putArray(API);
        ArrayNode scope = realm.withObject("/clientScopeMappings")
                .putArray(API)
                .addObject()
                .put("clientScope", SCOPE_OF_PEOPLE)
                .putArray("roles");
        seats.stream()
                .flatMap(seat -> Stream.of(seat.seatRole(), seat.twinRole()))
                .forEach(role -> {
                    roles.addObject().put("name", role);
                    scope.add(role);
                });
    }

    private static ObjectNode read(String resource) {
        try (InputStream json = RealmFile.class.getResourceAsStream("/keycloak/" + resource)) {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] bytes(JsonNode document) {
        try {
            return JSON.writeValueAsBytes(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
