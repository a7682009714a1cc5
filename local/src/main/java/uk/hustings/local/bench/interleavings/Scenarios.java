package uk.hustings.local.bench.interleavings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
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

    /**
     * Starts one writer at the first replica, holds it before its n-th statement, lets the other one run at the second replica
     * until it has ended or waits, and lets the first go on.
     *
     * @param hold from 1
     */
    Outcome interleave(Writer one, Writer other, int hold) {
        Stage stage = stage(EnumSet.of(one, other));
        StatementGate gate = replicas.gate(TwoReplicas.FIRST);
        StatementGate second = replicas.gate(TwoReplicas.SECOND);
        Request ofOne = one.request(stage);
        Request ofOther = other.request(stage);
        List<Finding> findings = new ArrayList<>();
        AnswerAudit answers = new AnswerAudit(records, stage, findings::add);
        gate.set(hold);
        second.set(0);
        Future<Answer> answerOfOne = threads.submit(() -> perform(TwoReplicas.FIRST, ofOne));
        await(LONGEST, () -> gate.held() != null || answerOfOne.isDone());
        String held = gate.held();
        Future<Answer> answerOfOther = threads.submit(() -> perform(TwoReplicas.SECOND, ofOther));
        boolean[] blocked = {false};
        if (held != null) {
            await(LONGEST_HOLD, () -> answerOfOther.isDone() || (blocked[0] = records.anyoneBlocked()));
        }
        gate.release();
        List<Act> acts = List.of(new Act(one, ofOne, get(answerOfOne)), new Act(other, ofOther, get(answerOfOther)));
        answers.audit(acts);
        String title = "%s beside %s, hold point %d".formatted(one, other, hold);
        List<List<String>> statements = List.of(gate.passed(), second.passed());
        auditRecords(findings::add);
        List<String> story = records.story();
        finalSweep(findings::add);
        return new Outcome(title, held, blocked[0], acts, statements, story, findings);
    }

    /** Starts all of them at once, at the two replicas in turn, and holds nothing. */
    Outcome crowd(List<Writer> writers) {
        Stage stage = stage(EnumSet.copyOf(writers));
        List<Request> requests =
                writers.stream().map(writer -> writer.request(stage)).toList();
        List<Finding> findings = new ArrayList<>();
        AnswerAudit audit = new AnswerAudit(records, stage, findings::add);
        List<Future<Answer>> answers = new ArrayList<>();
        for (int at = 0; at < writers.size(); at++) {
            int replica = at % 2 == 0 ? TwoReplicas.FIRST : TwoReplicas.SECOND;
            Request request = requests.get(at);
            answers.add(threads.submit(() -> perform(replica, request)));
        }
        List<Act> acts = new ArrayList<>();
        for (int at = 0; at < writers.size(); at++) {
            acts.add(new Act(writers.get(at), requests.get(at), get(answers.get(at))));
        }
        audit.audit(acts);
        auditRecords(findings::add);
        List<String> story = records.story();
        finalSweep(findings::add);
        String title = "%d writers at once".formatted(writers.size());
        return new Outcome(title, null, false, acts, List.of(), story, findings);
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

    private void auditRecords(Consumer<Finding> findings) {
        for (Invariant invariant : Invariant.values()) {
            records.contradictions(invariant)
                    .forEach(words -> findings.accept(new Finding(invariant.toString(), words)));
        }
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
