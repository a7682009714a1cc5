package uk.hustings.local.bench.access.decisions;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import uk.hustings.access.AccessMatrix;
import uk.hustings.access.AccessRules;
import uk.hustings.access.LiveLocks;
import uk.hustings.access.LockSet;
import uk.hustings.api.follow.Follower;

/** The rules that every service asks, behind a feed of locks that is kept fresh and behind one that was never heard. */
public final class OurRules implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Follower<LockSet> heard;
    private final Follower<LockSet> silent;
    private final AccessRules fresh;
    private final AccessRules stale;

    public OurRules(Population population) {
        LockSet locks = LockSet.of(1, population.locks());
        this.heard = follow(Uni.createFrom().item(locks));
        this.silent = follow(Uni.createFrom().nothing());
        heard.refresh().await().indefinitely();
        AccessMatrix matrix = AccessMatrix.load();
        this.fresh = new AccessRules(matrix, population, new LiveLocks(heard));
        this.stale = new AccessRules(matrix, population, new LiveLocks(silent));
    }

    public boolean allows(AccessQuestion question) {
        return (question.fresh() ? fresh : stale)
                .decide(question.caller(), question.permission(), question.seat(), Population.NOW)
                .granted();
    }

    @Override
    public void close() {
        heard.close();
        silent.close();
    }

    private static Follower<LockSet> follow(Uni<LockSet> answer) {
        return Follower.follow(
                "made-up locks",
                new Follower.Source<LockSet>() {
                    @Override
                    public Uni<LockSet> fetch(LockSet known) {
                        return answer;
                    }

                    @Override
                    public Multi<?> signals() {
                        return Multi.createFrom().nothing();
                    }
                },
                EVERY,
                changed -> {});
    }
}
