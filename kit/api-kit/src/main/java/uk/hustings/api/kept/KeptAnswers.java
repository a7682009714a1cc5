package uk.hustings.api.kept;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The answers that are asked for most, as many as the memory set aside for them holds. */
@Singleton
public class KeptAnswers {

    private final Cache<Asked, KeptAnswer> answers;

    @Inject
    KeptAnswers(KeptAnswersConfig config) {
        this(config.maxSize().asLongValue());
    }

    /** @param maxBytes of all answers together */
    KeptAnswers(long maxBytes) {
        this.answers = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .<Asked, KeptAnswer>weigher((asked, answer) -> asked.weight() + answer.weight())
                // Its upkeep takes microseconds; waking a thread for it would take more.
                .executor(Runnable::run)
                .build();
    }

    void keep(Asked asked, KeptAnswer answer) {
        answers.put(asked, answer);
    }

    /** @return null if there is none, or only one made from another edition */
    KeptAnswer find(Asked asked, Object edition) {
        KeptAnswer answer = answers.getIfPresent(asked);
        return answer != null && answer.edition().equals(edition) ? answer : null;
    }

    /** Bytes that they take at the moment, roughly; answers of editions that are gone are among them until they are in the way. */
    public long weight() {
        answers.cleanUp();
        return answers.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }
}
