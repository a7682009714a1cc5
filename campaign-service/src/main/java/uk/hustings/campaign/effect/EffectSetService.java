package uk.hustings.campaign.effect;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.campaign.effect.domain.EffectSet;
import uk.hustings.campaign.effect.domain.ShippedEffectSets;
import uk.hustings.campaign.mutex.DecisionClock;

/** Adds effect sets and versions of them, and withdraws versions. Shipped sets stay as they are. */
@ApplicationScoped
class EffectSetService {

    static final String PATH = "/v1/campaign/effect-sets";

    /** Versions that a set may have. */
    static final int MOST_VERSIONS = 200;

    private final EffectSets sets;
    private final KeptReplies replies;
    private final DecisionClock clock;

    EffectSetService(EffectSets sets, KeptReplies replies, DecisionClock clock) {
        this.sets = sets;
        this.replies = replies;
        this.clock = clock;
    }

    /** @throws Problem INVALID_INPUT; ALREADY_RECORDED if the id is taken */
    Uni<Reply> create(Caller caller, EffectSetOrder.New wanted) {
        EffectSet set = new EffectSetValidator("/set").read(wanted.id(), 1, wanted.set());
        return replies.once(
                201,
                session -> sets.lock(session, set.id())
                        .chain(() -> sets.versions(session, set.id()))
                        .invoke(versions -> {
                            if (!versions.isEmpty()) {
                                throw ProblemType.ALREADY_RECORDED.because(
                                        "An effect set has this id already; add a version to it.");
                            }
                        })
                        .chain(() -> add(session, set, caller, wanted.set())),
                EffectSetService::location);
    }

    /**
     * @param seen refuses if the set is another than the caller read
     * @throws Problem INVALID_INPUT; NOT_FOUND; STATE_CONFLICT for a shipped set or one with too many versions
     */
    Uni<Reply> addVersion(Caller caller, String id, EffectSetOrder order, Consumer<EffectSetDetail> seen) {
        refuseShipped(id);
        EffectSetValidator validator = new EffectSetValidator("");
        validator.read(id, 1, order);
        return replies.once(
                201,
                session -> sets.lock(session, id)
                        .chain(() -> sets.versions(session, id))
                        .invoke(versions -> seen.accept(EffectSetDetail.of(versions)))
                        .map(versions -> validator.read(id, next(versions), order))
                        .chain(set -> add(session, set, caller, order)),
                EffectSetService::location);
    }

    /** @throws Problem NOT_FOUND; STATE_CONFLICT for a shipped version, or one that is withdrawn already */
    Uni<Reply> withdraw(Caller caller, String id, int version, String reason) {
        refuseShipped(id);
        return replies.once(
                201,
                session -> sets.lock(session, id)
                        .chain(() -> sets.find(session, id, version))
                        .map(found -> found.orElseThrow(EffectSetService::absent))
                        .invoke(EffectSetService::refuseWithdrawn)
                        .chain(found -> now(session)
                                .map(now -> new EffectSetVersion.Withdrawal(reason, caller.name(), now))
                                .call(withdrawal -> sets.withdraw(session, id, version, withdrawal))
                                .map(withdrawal -> EffectSetView.of(found.withdrawn(withdrawal)))),
                done -> null);
    }

    static Problem absent() {
        return ProblemType.NOT_FOUND.because("No effect set has this id and version.");
    }

    private Uni<EffectSetView> add(
            Mutiny.StatelessSession session, EffectSet set, Caller caller, EffectSetOrder order) {
        return now(session)
                .map(now -> EffectSetVersion.of(set, caller.name(), order.reason(), now))
                .call(version -> sets.add(session, version))
                .map(EffectSetView::of);
    }

    /** As fine as the database keeps it, so that a later GET has the same ETag. */
    private Uni<Instant> now(Mutiny.StatelessSession session) {
        return clock.now(session).map(now -> now.truncatedTo(ChronoUnit.MICROS));
    }

    private static int next(List<EffectSetVersion> versions) {
        if (versions.size() >= MOST_VERSIONS) {
            throw ProblemType.STATE_CONFLICT.because(
                    "The set has %d versions, which is the most; begin another set.".formatted(MOST_VERSIONS));
        }
        return versions.get(0).set().version() + 1;
    }

    private static void refuseShipped(String id) {
        if (ShippedEffectSets.find(id).isPresent()) {
            throw ProblemType.STATE_CONFLICT.because(
                    "This set came with the suite and does not change; write a set of your own.");
        }
    }

    private static void refuseWithdrawn(EffectSetVersion version) {
        if (version.withdrawn()) {
            throw ProblemType.STATE_CONFLICT.because("It was withdrawn by %s at %s; nothing was written."
                    .formatted(version.withdrawal().by(), version.withdrawal().at()));
        }
    }

    private static URI location(EffectSetView made) {
        return URI.create("%s/%s/versions/%d".formatted(PATH, made.id(), made.version()));
    }
}
