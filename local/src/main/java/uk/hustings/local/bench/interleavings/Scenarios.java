package uk.hustings.local.bench.interleavings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import uk.hustings.local.bench.BenchFailed;
import uk.hustings.local.bench.interleavings.Outcome.Act;
import uk.hustings.local.bench.interleavings.ReplicaClient.Answer;
import uk.hustings.local.bench.interleavings.ReplicaClient.Request;
import uk.hustings.local.process.Processes;
import uk.hustings.test.Tokens;

/** Plays scenarios one after the other, each on a stage of its own, and audits what is left of each. */
final class Scenarios implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** If the second writer neither ends nor waits for a lock by then, the first goes on. */
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(5);

    /** More statements than any writer has; one that never ends must not be held for ever. */
    private static final int MOST_HOLD_POINTS = 200;

    private static final Duration PAUSE = Duration.ofMillis(3);
    private static final int STRICT_LIMIT = 200;

    private final TwoReplicas replicas;
    private final ReplicaClient first;
    private final ReplicaClient second;
    private final CampaignRecords records;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final int strictPolicy;
    private int number;

    Scenarios(TwoReplicas replicas) {
        this.replicas = replicas;
        this.first = replicas.client(TwoReplicas.FIRST);
        this.second = replicas.client(TwoReplicas.SECOND);
        this.records = new CampaignRecords(replicas);
        this.strictPolicy = first.require(
                        Request.post("/v1/campaign/access/policy/versions", Tokens.nationalOrganiser(), """
                        {"title":"Few","weeklyLimit":%d,"warnAt":%d,"channels":["doorstep","phone"],
                         "classes":["non-battleground"]}""".formatted(
                                        STRICT_LIMIT, STRICT_LIMIT)))
                .body()
                .get("version")
                .asInt();
    }

    /** @param step 1 for every hold point, 2 for every other one */
    void eachHoldPoint(Writer one, List<Writer> others, int step, Consumer<Outcome> outcomes) {
        for (int hold = 1; hold <= MOST_HOLD_POINTS; hold += step) {
            Outcome outcome = interleave(one, others, hold);
            outcomes.accept(outcome);
            if (outcome.held() == null) {
                return;
            }
        }
    }

    /**
     * Starts one writer at the first replica, holds it before its n-th statement, lets the others run at the second replica
     * until each has ended or waits, and lets the first go on.
     *
     * @param hold from 1
     */
    Outcome interleave(Writer one, List<Writer> others, int hold) {
        Stage stage = stage(EnumSet.of(one, others.toArray(Writer[]::new)));
        List<Finding> findings = new ArrayList<>();
        AnswerAudit answers = new AnswerAudit(records, stage, findings::add);
        Started held = new Started(one, one.request(stage));
        List<Started> beside = others.stream()
                .map(other -> new Started(other, other.request(stage)))
                .toList();
        StatementGate gate = replicas.gate(TwoReplicas.FIRST);
        StatementGate second = replicas.gate(TwoReplicas.SECOND);
        gate.set(hold);
        second.set(0);
        held.start(TwoReplicas.FIRST);
        await(LONGEST, () -> gate.held() != null || held.isDone());
        String statement = gate.held();
        beside.forEach(other -> other.start(TwoReplicas.SECOND));
        boolean blocked = false;
        if (statement != null) {
            blocked = awaitDoneOrBlocked(beside);
        }
        gate.release();
        List<Act> acts = new ArrayList<>(List.of(held.act()));
        beside.forEach(other -> acts.add(other.act()));
        answers.audit(acts);
        String title = "hold point %d".formatted(hold);
        return audited(
                one + " beside " + inWords(others),
                title,
                statement,
                blocked,
                acts,
                List.of(gate.passed(), second.passed()),
                findings);
    }

    /** Starts all of them at once, at the two replicas in turn, and holds nothing. */
    Outcome crowd(List<Writer> writers) {
        Stage stage = stage(EnumSet.copyOf(writers));
        List<Finding> findings = new ArrayList<>();
        AnswerAudit answers = new AnswerAudit(records, stage, findings::add);
        List<Started> all = writers.stream()
                .map(writer -> new Started(writer, writer.request(stage)))
                .toList();
        for (int at = 0; at < all.size(); at++) {
            all.get(at).start(at % 2 == 0 ? TwoReplicas.FIRST : TwoReplicas.SECOND);
        }
        List<Act> acts = all.stream().map(Started::act).toList();
        answers.audit(acts);
        return audited(inWords(writers), "all at once", null, false, acts, List.of(), findings);
    }

    /** A request under way. */
    private final class Started {

        private final Writer writer;
        private final Request request;
        private Future<Answer> answer;

        Started(Writer writer, Request request) {
            this.writer = writer;
            this.request = request;
        }

        void start(int replica) {
            answer = threads.submit(() -> perform(replica, request));
        }

        boolean isDone() {
            return answer.isDone();
        }

        Act act() {
            return new Act(writer, request, get(answer));
        }
    }

    /** @return whether any of them waited for a lock */
    private boolean awaitDoneOrBlocked(List<Started> all) {
        boolean[] blocked = {false};
        await(LONGEST_HOLD, () -> {
            long underWay = all.stream().filter(started -> !started.isDone()).count();
            long waiting = underWay == 0 ? 0 : records.blocked();
            blocked[0] |= waiting > 0;
            return waiting >= underWay;
        });
        return blocked[0];
    }

    private static String inWords(List<Writer> writers) {
        return writers.stream()
                .distinct()
                .map(writer -> {
                    int times = Collections.frequency(writers, writer);
                    return times == 1 ? writer.toString() : times + " x " + writer;
                })
                .collect(Collectors.joining(", "));
    }

    private Stage stage(Set<Writer> writers) {
        records.clear();
        number++;
        Stage stage = new Stage(first, second, number, writers, strictPolicy);
        if (!records.isInForce(Stage.FOUNDING_POLICY)) {
            first.require(Request.post(
                    "/v1/campaign/access/policy/versions/%d/activation".formatted(Stage.FOUNDING_POLICY),
                    stage.hq(),
                    "{\"reason\":\"Before a scenario\"}"));
        }
        if (!records.isClassed(stage.seat(), "non-battleground")) {
            stage.classed("rule");
        }
        replicas.keycloakSays(stage.party(), writers.contains(Writer.MEMBER_REMOVED) ? stage.party() : null);
        stage.prepare();
        return stage;
    }

    private Answer perform(int replica, Request request) {
        if (request != null) {
            return (replica == TwoReplicas.FIRST ? first : second).send(request);
        }
        String failed = replicas.performTimedTasks(replica);
        return Answer.ofTimedTasks(failed);
    }

    private Outcome audited(
            String writers,
            String title,
            String held,
            boolean blocked,
            List<Act> acts,
            List<List<String>> statements,
            List<Finding> findings) {
        for (Invariant invariant : Invariant.values()) {
            records.contradictions(invariant).forEach(words -> findings.add(new Finding(invariant.toString(), words)));
        }
        List<String> story = records.story();
        feeds(findings::add);
        finalSweep(findings::add);
        return new Outcome(writers, title, held, blocked, acts, statements, story, findings);
    }

    /** Every replica is notified of every change of a lock. */
    private void feeds(Consumer<Finding> findings) {
        Set<String> locks = records.locks();
        for (ReplicaClient replica : List.of(first, second)) {
            await(LONGEST_HOLD, () -> fed(replica).equals(locks));
            Set<String> fed = fed(replica);
            if (!fed.equals(locks)) {
                findings.accept(new Finding(
                        "the feed of locks agrees", "in the database %s, in the feed %s".formatted(locks, fed)));
            }
        }
    }

    private static Set<String> fed(ReplicaClient replica) {
        Set<String> fed = new TreeSet<>();
        replica.get("/internal/locks", Tokens.service())
                .body()
                .path("locks")
                .forEach(lock -> fed.add(lock.get("localParty").asText() + " "
                        + lock.get("seatCode").asText()));
        return fed;
    }

    /** What every writer did in its own transaction leaves nothing for the timed tasks to do. */
    private void finalSweep(Consumer<Finding> findings) {
        long before = records.decisions();
        String failed = replicas.performTimedTasks(TwoReplicas.SECOND);
        if (!failed.isEmpty()) {
            findings.accept(new Finding("the timed tasks do not fail when nobody else writes", failed));
        }
        records.decisionsSince(before)
                .forEach(decision -> findings.accept(new Finding("a final sweep changes nothing", decision)));
    }

    private static void await(Duration longest, BooleanSupplier condition) {
        long end = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Processes.pause(PAUSE);
        }
    }

    private static Answer get(Future<Answer> answer) {
        try {
            return answer.get(LONGEST.toSeconds() * 2, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            return Answer.none(String.valueOf(failed));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("Interrupted.");
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        records.close();
    }
}
