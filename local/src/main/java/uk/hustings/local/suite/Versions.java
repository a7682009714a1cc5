package uk.hustings.local.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which versions of foreign programs the build has chosen; the root POM says so, and nothing else does. */
public final class Versions {

    private Versions() {}

    /** @param program {@code postgres} or {@code keycloak} */
    public static String of(String program) {
        Properties versions = new Properties();
        try (InputStream resource = Versions.class.getResourceAsStream("/uk/hustings/local/versions.properties")) {
            versions.load(resource);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return versions.getProperty(program);
    }
}
