package uk.hustings.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;
import uk.hustings.api.idempotency.KeptReplies;

/** Answers are kept for two days, and no longer. */
@QuarkusTest
class KeptRepliesTest {

    @Inject
    KeptReplies replies;

    @Inject
    Mutiny.SessionFactory sessions;

    @Test
    void answersOlderThanTwoDaysAreForgotten() throws Throwable {
        keep("old", "49 hours");
        keep("young", "47 hours");

        VertxContextSupport.subscribeAndAwait(() -> replies.purge());

        assertThat(kept()).containsExactly("young");
    }

    private void keep(String key, String age) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> sessions.withStatelessTransaction(
                session -> session.createNativeQuery("""
                        insert into kept_reply (caller, route, idempotency_key, body_digest, status, body, kept_at)
                        values ('purged', 'POST /', '%s', '', 201, '{}', now() - interval '%s')
                        """.formatted(key, age)).executeUpdate()));
    }

    private List<String> kept() throws Throwable {
        return VertxContextSupport.subscribeAndAwait(
                () -> sessions.withStatelessSession(session -> session.createNativeQuery(
                                "select idempotency_key from kept_reply where caller = 'purged'", String.class)
                        .getResultList()));
    }
}
