package uk.hustings.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Passwords and client secrets of one suite, made once and kept in a file that only its owner can read. */
public final class Secrets {

    private static final String CLIENT = "client.";
    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final List<String> NAMES = List.of(
            "postgres.superuser",
            "seats.owner",
            "seats.app",
            "polls.owner",
            "polls.app",
            "campaign.owner",
            "campaign.app",
            "keycloak.owner",
            "keycloak.app",
            "keycloak.admin",
            "client.polls-service",
            "client.campaign-service",
            "client.hustings-loader");

    private final Properties values;

    private Secrets(Properties values) {
        this.values = values;
    }

    /** Reads the file; makes it, or what is missing in it. */
    public static Secrets keptIn(Path file) {
        Properties values = new Properties();
        try {
            if (Files.exists(file)) {
                try (var reader = Files.newBufferedReader(file)) {
                    values.load(reader);
                }
            }
            List<String> missing =
                    NAMES.stream().filter(name -> !values.containsKey(name)).toList();
            missing.forEach(name -> values.setProperty(name, newSecret()));
            if (!missing.isEmpty()) {
                write(values, file);
            }
            return new Secrets(values);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @param service {@code seats}, {@code polls}, {@code campaign} or {@code keycloak} */
    public String databaseOwner(String service) {
        return get(service + ".owner");
    }

    public String databaseApp(String service) {
        return get(service + ".app");
    }

    /** Of PostgreSQL's superuser. */
    public String superuser() {
        return get("postgres.superuser");
    }

    /** Of Keycloak's user {@code admin}. */
    public String keycloakAdmin() {
        return get("keycloak.admin");
    }

    /** @param clientId for example {@code polls-service} */
    public String client(String clientId) {
        return get(CLIENT + clientId);
    }

    /** By client id: all clients that have a secret. */
    public Map<String, String> clients() {
        return NAMES.stream()
                .filter(name -> name.startsWith(CLIENT))
                .collect(Collectors.toMap(name -> name.substring(CLIENT.length()), this::get));
    }

    private String get(String name) {
        String value = values.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("there is no secret " + name);
        }
        return value;
    }

    private static String newSecret() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void write(Properties values, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path draft = Files.createTempFile(
                file.getParent(),
                "secrets",
                ".draft",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(draft)) {
            values.store(writer, "Made for this suite only. To have new ones, remove the whole directory.");
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
