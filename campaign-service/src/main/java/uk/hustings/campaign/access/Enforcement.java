package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.campaign.rolesync.RoleSyncRequests;

/** Writes decisions and applies them: locks, suspensions of the limit, roles, the feed. The order of the statements prevents deadlocks. */
@ApplicationScoped
class Enforcement {

    private final Decisions decisions;
    private final Locks locks;
    private final Respites respites;
    private final Appeals appeals;
    private final RoleSyncRequests roleSync;

    Enforcement(Decisions decisions, Locks locks, Respites respites, Appeals appeals, RoleSyncRequests roleSync) {
        this.decisions = decisions;
        this.locks = locks;
        this.respites = respites;
        this.appeals = appeals;
        this.roleSync = roleSync;
    }

    /**
     * In the caller's transaction. The feed moves on last, and once.
     *
     * @param facts that the decisions rest on: their places are locked, and all were decided at its time
     * @throws uk.hustings.api.problem.Problem STATE_CONFLICT if the local party is locked out of the seat already
     */
    Uni<Void> enforce(Mutiny.StatelessSession session, DecisionFacts facts, List<AccessDecision> made) {
        if (made.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        made.forEach(decision -> requireFrom(facts, decision));
        List<String> parties = made.stream()
                .filter(AccessDecision::movesLock)
                .map(AccessDecision::localParty)
                .distinct()
                .sorted()
                .toList();
        return each(made, decision -> decisions.add(session, decision).replaceWithVoid())
                .chain(() -> roleSync.request(session, parties))
                .chain(() -> each(made, decision -> effect(session, decision)))
                .chain(() -> appeals.close(session, made))
                .chain(() -> parties.isEmpty() ? Uni.createFrom().voidItem() : Locks.moveFeed(session));
    }

    private static void requireFrom(DecisionFacts facts, AccessDecision decision) {
        if (!facts.places().contains(decision.place()) || !facts.now().equals(decision.decidedAt())) {
            throw new IllegalStateException(
                    "Decision %s rests on facts that were not read under its lock".formatted(decision.id()));
        }
    }

    private Uni<Void> effect(Mutiny.StatelessSession session, AccessDecision decision) {
        return switch (decision.outcome()) {
            case AccessDecision.LOCKED -> lock(session, decision);
            case AccessDecision.NOTICE -> respites.add(session, decision, Respites.NOTICE);
            case AccessDecision.NOTICE_ENDED, AccessDecision.EXEMPTION_ENDED ->
                respites.end(session, decision.lifts(), decision.id());
            case AccessDecision.RESTORED, AccessDecision.EXEMPTED -> open(session, decision);
            default -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> lock(Mutiny.StatelessSession session, AccessDecision decision) {
        return locks.add(session, decision)
                .invoke(first -> {
                    if (!first) {
                        throw ProblemType.STATE_CONFLICT.because(
                                "The local party is locked out of this seat already; nothing was written.");
                    }
                })
                .chain(() -> respites.endNotice(session, decision.localParty(), decision.seatCode(), decision.id()));
    }

    private Uni<Void> open(Mutiny.StatelessSession session, AccessDecision decision) {
        Uni<Void> lifted = decision.lifts() == null
                ? Uni.createFrom().voidItem()
                : locks.lift(session, decision.lifts(), decision);
        if (decision.until() == null) {
            return lifted;
        }
        return lifted.chain(
                        () -> respites.endNotice(session, decision.localParty(), decision.seatCode(), decision.id()))
                .chain(() -> decision.breakGlass()
                        ? respites.addEmergency(session, decision)
                        : respites.add(session, decision, Respites.EXEMPTION));
    }

    private static Uni<Void> each(List<AccessDecision> made, Function<AccessDecision, Uni<Void>> step) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (AccessDecision decision : made) {
            all = all.chain(() -> step.apply(decision));
        }
        return all;
    }
}
