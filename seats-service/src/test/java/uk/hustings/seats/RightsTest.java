package uk.hustings.seats;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RightsTest {

    @Inject
    Pool pool;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update candidacy set votes = votes + 1",
                "delete from contest",
                "update party set name = 'x'",
                "delete from seat",
                "truncate election cascade",
                "delete from facts_version",
                "update kept_reply set body = ''",
                "drop table party cascade",
                "create table mine (id int)"
            })
    void theServiceCannotRewriteWhatIsRecorded(String statement) {
        assertThatThrownBy(() -> pool.query(statement).executeAndAwait())
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }
}
