package uk.hustings.api.kept;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import uk.hustings.api.response.PacedResponses;

/**
 * Puts the kept answers in front of everything else, in a service that supplies an {@link Edition}: for a public read
 * there is nobody to ask who is calling.
 */
public class KeptRoute {

    /** Before the limit on bodies, for these requests have none, and before the question who is calling. */
    private static final int PRIORITY = 1_100;

    void register(
            @Observes Filters filters, KeptAnswers answers, Instance<Edition> editions, PacedResponses responses) {
        if (editions.isResolvable()) {
            filters.register(new AnswerFromMemory(answers, editions.get(), responses), PRIORITY);
        }
    }
}
