package uk.hustings.seats;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.hustings.test.NamedAccounts;

/** Whoever sent a result can be taken out of the record. */
@QuarkusTest
class ErasureTest {

    @ConfigProperty(name = "quarkus.datasource.reactive.url")
    String database;

    @BeforeEach
    void recordResults() {
        Imported.once();
    }

    @Test
    void everyColumnThatNamesAnAccountSaysSoAndIsErased() {
        NamedAccounts accounts = NamedAccounts.of("seats", database);

        assertThat(accounts.unsaid()).isEmpty();
        assertThat(accounts.erase("nobody-was-ever-called-this")).isEmpty();
    }
}
