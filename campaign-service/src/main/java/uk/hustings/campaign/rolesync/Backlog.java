package uk.hustings.campaign.rolesync;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.reactive.mutiny.Mutiny;

/** What of the outbox is not done, counted and listed. */
@ApplicationScoped
class Backlog {

    static final String PENDING = "pending";
    static final String FAILING = "failing";
    static final String DEAD = "dead";

    private static final String STATE = """
            case when dead_since is not null then 'dead' when failing_since is not null then 'failing' else 'pending' end
            """;

    /** A group that waits. */
    @Schema(description = "A local party whose group in Keycloak is not yet what it should be")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Waiting(
            @Schema(examples = "swansea-west") String localParty,

            @Schema(
                    examples = "failing",
                    description =
                            "pending; failing while it is tried again; dead when it waits for somebody to replay it")
            String state,

            @Schema(examples = "3", description = "Tries so far")
            int attempts,

            @Schema(nullable = true, description = "Left out of what is dead")
            Instant nextAttemptAt,

            @Schema(
                    nullable = true,
                    description = "Why the last try failed",
                    examples = "Keycloak answered with status 500")
            String lastError,

            @Schema(nullable = true, description = "When it first failed")
            Instant failingSince,

            @Schema(nullable = true, description = "When it was given up")
            Instant deadSince) {}

    /**
     * How many there are.
     *
     * @param pending all that is not done, failing and dead included
     */
    record Counts(int pending, int failing, int dead) {}

    Uni<Counts> count(Mutiny.StatelessSession session) {
        return session.createNativeQuery("""
                        select count(*), count(failing_since), count(dead_since) from role_sync where wanted > synced
                        """, Object[].class)
                .getSingleResult()
                .map(row -> new Counts(number(row[0]), number(row[1]) - number(row[2]), number(row[2])));
    }

    /**
     * By id of the local party.
     *
     * @param state null for all
     * @param localParty null for all
     * @param after the last one seen; null at first
     */
    Uni<List<Waiting>> list(Mutiny.StatelessSession session, String state, String localParty, String after, int most) {
        return session.createNativeQuery("""
                        select local_party, %1$s, attempts, next_attempt_at, last_error, failing_since, dead_since
                        from role_sync
                        where wanted > synced and (cast(:state as text) is null or %1$s = :state)
                            and (cast(:party as text) is null or local_party = :party)
                            and (cast(:after as text) is null or local_party > :after)
                        order by local_party limit :most
                        """.formatted(STATE), Object[].class)
                .setParameter("state", state)
                .setParameter("party", localParty)
                .setParameter("after", after)
                .setParameter("most", most)
                .getResultList()
                .map(rows -> rows.stream().map(Backlog::waiting).toList());
    }

    private static Waiting waiting(Object[] row) {
        boolean dead = row[6] != null;
        return new Waiting(
                (String) row[0],
                (String) row[1],
                number(row[2]),
                dead ? null : instant(row[3]),
                (String) row[4],
                instant(row[5]),
                instant(row[6]));
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }

    static Instant instant(Object time) {
        return time instanceof OffsetDateTime offset ? offset.toInstant() : (Instant) time;
    }
}
