package uk.hustings.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What another replica commits is known here at once, not when the clock next says so. */
@QuarkusTest
class AnotherReplicaTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    @Inject
    Pool database;

    @Test
    void aLocalPartyThatAnotherReplicaTookInIsKnownAtOnce() {
        Campaign.awaitReady();
        // As if another replica had done it.
        database.query("""
                        with party as (insert into local_party values ('told-by-another-replica', 'Told by another replica', 'E12000003'))
                        select pg_notify('local_parties_changed', '')
                        """).execute().await().indefinitely();

        long end = System.nanoTime() + AT_ONCE.toNanos();
        int status;
        do {
            status = Campaign.asHq()
                    .get("/v1/campaign/local-parties/told-by-another-replica")
                    .statusCode();
        } while (status != 200 && System.nanoTime() < end);
        assertThat(status).isEqualTo(200);
    }
}
