package uk.hustings.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path directory;

    @Test
    void secretsAreMadeOnceAndReadableByTheirOwnerOnly() throws IOException {
        Path file = directory.resolve("secrets.properties");
        Secrets made = Secrets.keptIn(file);
        Secrets read = Secrets.keptIn(file);

        assertThat(read.keycloakAdmin()).isEqualTo(made.keycloakAdmin()).hasSize(32);
        assertThat(read.databaseApp("seats")).isNotEqualTo(read.databaseOwner("seats"));
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aSecretThatANewVersionNeedsIsAddedToTheOldOnes() throws IOException {
        Path file = directory.resolve("secrets.properties");
        Files.writeString(file, "seats.app=old\n");

        assertThat(Secrets.keptIn(file).databaseApp("seats")).isEqualTo("old");
        assertThat(Secrets.keptIn(file).client("polls-service")).hasSize(32);
    }
}
