package uk.hustings.seats.facts;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.intake.ImportReceipt;

/** Lets imports in one after the other, and tells every replica of what they added. */
@ApplicationScoped
public class FactsGate {

    private final KeptReplies replies;
    private final CurrentFacts facts;

    FactsGate(KeptReplies replies, CurrentFacts facts) {
        this.replies = replies;
        this.facts = facts;
    }

    /** Runs an import in one transaction; its own reader sees what it added. */
    public Uni<Response> letIn(Function<StatelessSession, Uni<ImportReceipt>> work) {
        return replies.once(
                        201,
                        session -> claim(session)
                                .chain(() -> work.apply(session))
                                .call(receipt -> receipt.created() == 0
                                        ? Uni.createFrom().voidItem()
                                        : announce(session)),
                        receipt -> null)
                // What was written stands, whether or not it can be read again at once.
                .call(reply -> facts.refresh().onFailure().recoverWithNull())
                .map(Reply::toResponse);
    }

    private static Uni<Void> claim(StatelessSession session) {
        return session.createNativeQuery("select version from facts_version for update", Long.class)
                .getSingleResult()
                .replaceWithVoid();
    }

    private static Uni<Void> announce(StatelessSession session) {
        return session.createNativeQuery("""
                        with changed as (update facts_version set version = version + 1 returning version)
                        select cast(pg_notify('%s', cast(version as text)) as text) from changed
                        """.formatted(CurrentFacts.CHANNEL), String.class)
                .getSingleResult()
                .replaceWithVoid();
    }
}
