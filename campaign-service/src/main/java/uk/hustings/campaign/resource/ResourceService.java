package uk.hustings.campaign.resource;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.api.id.Ids;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.campaign.mutex.DecisionClock;
import uk.hustings.campaign.resource.domain.Edition;
import uk.hustings.campaign.resource.domain.Holder;
import uk.hustings.campaign.resource.domain.StatementOutcome;

/** Records statements of resources, corrections and withdrawals: all of a request or nothing. */
@ApplicationScoped
class ResourceService {

    /** Conflicts that are named; more of them nobody reads. */
    private static final int MOST_NAMED = 100;

    private final ResourceStatements statements;
    private final ResourceRights rights;
    private final KeptReplies replies;
    private final DecisionClock clock;

    ResourceService(ResourceStatements statements, ResourceRights rights, KeptReplies replies, DecisionClock clock) {
        this.statements = statements;
        this.rights = rights;
        this.replies = replies;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param unchanged statements that were recorded before
     */
    record Done(List<ResourceStatement> recorded, int unchanged) {}

    /**
     * @param receipt what the answer says
     * @throws Problem SEAT_OUT_OF_REACH; ALREADY_RECORDED or STATE_CONFLICT, naming the statements and the current editions
     */
    <R> Uni<Reply> state(Caller caller, List<SentStatement.Checked> sent, Function<Done, R> receipt) {
        return replies.once(
                201,
                session -> lock(session, caller, holders(sent))
                        .chain(() -> clock.now(session))
                        .chain(now -> statements
                                .last(
                                        session,
                                        sent.stream()
                                                .map(SentStatement.Checked::key)
                                                .toList())
                                .map(last -> decided(sent, last, caller.name(), now)))
                        .call(done -> statements.add(session, done.recorded()))
                        .map(receipt),
                done -> null);
    }

    /** @throws Problem NOT_FOUND; SEAT_OUT_OF_REACH; STATE_CONFLICT if it is not the current edition, or is a withdrawal */
    Uni<Reply> withdraw(Caller caller, UUID statementId, String reason) {
        return replies.once(
                201,
                session -> statements
                        .find(session, statementId)
                        .map(found -> visible(caller, found))
                        .call(found ->
                                lock(session, caller, List.of(found.key().of().holder())))
                        .chain(found -> clock.now(session).chain(now -> statements
                                .last(session, List.of(found.key()))
                                .map(last -> withdrawal(found, last.get(found.key()), reason, caller.name(), now))))
                        .call(withdrawal -> statements.add(session, List.of(withdrawal)))
                        .map(StatementView::of),
                done -> null);
    }

    /** What nobody may know of is answered like what is not there. */
    private ResourceStatement visible(Caller caller, Optional<ResourceStatement> found) {
        return found.filter(statement ->
                        rights.toRead(caller).covers(statement.key().of().holder(), rights::regionOf))
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("No statement that you may see has this id."));
    }

    private Uni<Void> lock(Mutiny.StatelessSession session, Caller caller, Collection<Holder> holders) {
        return statements
                .lock(session, holders)
                .invoke(regions -> holders.forEach(holder -> refuseMerged(holder, regions)))
                .invoke(regions -> holders.forEach(holder -> {
                    if (!rights.toWrite(caller).covers(holder, id -> Optional.ofNullable(regions.get(id)))) {
                        throw ResourceRights.beyond(holder);
                    }
                }))
                .replaceWithVoid();
    }

    private static void refuseMerged(Holder holder, Map<String, String> regions) {
        if (holder.isLocalParty() && !regions.containsKey(holder.id())) {
            throw ProblemType.STATE_CONFLICT
                    .because("The local party %s was merged into another; state the resources of that one."
                            .formatted(holder.id()))
                    .with("localParty", holder.id());
        }
    }

    private static List<Holder> holders(List<SentStatement.Checked> sent) {
        return sent.stream()
                .map(statement -> statement.key().of().holder())
                .distinct()
                .toList();
    }

    private static Done decided(
            List<SentStatement.Checked> sent, Map<ResourceStatement.Key, Edition> last, String author, Instant now) {
        List<ResourceStatement> recorded = new ArrayList<>();
        List<FieldError> alreadyStated = new ArrayList<>();
        List<FieldError> notCurrent = new ArrayList<>();
        for (SentStatement.Checked statement : sent) {
            StatementOutcome outcome = StatementOutcome.of(
                    last.get(statement.key()), statement.amount(), statement.source(), statement.replaces());
            if (outcome instanceof StatementOutcome.Recorded edition) {
                recorded.add(recorded(statement, edition, author, now));
            } else if (outcome instanceof StatementOutcome.AlreadyStated stated) {
                alreadyStated.add(statement
                        .place()
                        .error(
                                "replaces",
                                "edition %d says otherwise; name it to correct it".formatted(stated.current())));
            } else if (outcome instanceof StatementOutcome.NotCurrent other) {
                notCurrent.add(statement
                        .place()
                        .error(
                                "replaces",
                                other.current() == null
                                        ? "nothing is stated that could be corrected"
                                        : "the current edition is %d".formatted(other.current())));
            }
        }
        refuse(ProblemType.ALREADY_RECORDED, alreadyStated);
        refuse(ProblemType.STATE_CONFLICT, notCurrent);
        return new Done(recorded, sent.size() - recorded.size());
    }

    private static void refuse(ProblemType type, List<FieldError> conflicts) {
        if (!conflicts.isEmpty()) {
            throw type.because("%d statements do not fit what is recorded; nothing was written."
                            .formatted(conflicts.size()))
                    .withErrors(conflicts.stream().limit(MOST_NAMED).toList());
        }
    }

    private static ResourceStatement recorded(
            SentStatement.Checked statement, StatementOutcome.Recorded edition, String author, Instant now) {
        return new ResourceStatement(
                Ids.next(),
                statement.key(),
                edition.edition(),
                edition.replaces(),
                statement.amount(),
                statement.source(),
                statement.reason(),
                author,
                now);
    }

    private static ResourceStatement withdrawal(
            ResourceStatement found, Edition last, String reason, String author, Instant now) {
        if (last.withdrawn() || last.number() != found.edition()) {
            throw ProblemType.STATE_CONFLICT.because(
                    last.withdrawn()
                            ? "It is withdrawn already."
                            : "It is edition %d, and the current one is %d; withdraw that one."
                                    .formatted(found.edition(), last.number()));
        }
        return new ResourceStatement(
                Ids.next(), found.key(), last.number() + 1, last.number(), null, null, reason, author, now);
    }
}
