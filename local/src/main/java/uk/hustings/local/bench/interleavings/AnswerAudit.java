package uk.hustings.local.bench.interleavings;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import uk.hustings.local.bench.faults.Trail;
import uk.hustings.local.bench.interleavings.Outcome.Act;
import uk.hustings.local.bench.interleavings.ReplicaClient.Answer;

/** Compares what was answered with what is documented and with what is in the database. */
final class AnswerAudit {

    /** Of the operations that the writers use. */
    private static final Set<Integer> DOCUMENTED = Set.of(200, 201, 202, 204, 403, 404, 409, 412, 422, 503);

    private static final int CONFLICT = 409;

    private static final Set<Writer> MOVE_SEATS = Set.of(Writer.MERGER, Writer.SEAT_MOVE);

    private final CampaignRecords records;
    private final Stage stage;
    private final Consumer<Finding> findings;
    private final long batchesBefore;
    private final long contactsBefore;

    /** To be made when the stage is prepared and nobody has written yet. */
    AnswerAudit(CampaignRecords records, Stage stage, Consumer<Finding> findings) {
        this.records = records;
        this.stage = stage;
        this.findings = findings;
        this.batchesBefore = records.batches();
        this.contactsBefore = records.contacts(stage.party(), stage.seat());
    }

    void audit(List<Act> acts) {
        acts.forEach(this::status);
        boolean moved = acts.stream().anyMatch(act -> MOVE_SEATS.contains(act.writer()));
        acts.stream()
                .filter(act ->
                        moved && act.writer() == Writer.REPORT && act.answer().status() == CONFLICT)
                .filter(act -> !act.answer().text().contains(stage.other()))
                .forEach(act -> add(
                        "a report that waited for a move names the new owner",
                        act.answer().toString()));
        acts.stream().filter(act -> act.answer().succeeded()).forEach(this::isThere);
        long acknowledged = acts.stream()
                .filter(act -> act.answer().succeeded())
                .mapToLong(AnswerAudit::batchesOf)
                .sum();
        if (records.batches() != batchesBefore + acknowledged) {
            add(
                    "no acknowledged report is lost and none doubled",
                    "%d batches were acknowledged and %d are new"
                            .formatted(acknowledged, records.batches() - batchesBefore));
        }
        weeks(acts);
    }

    private void status(Act act) {
        Answer answer = act.answer();
        if (answer.status() == 0) {
            add("every request is answered within 30 s", "%s: %s".formatted(act.writer(), answer));
        } else if (!DOCUMENTED.contains(answer.status())) {
            add("every answer is documented", "%s: %s".formatted(act.writer(), answer));
        } else if (answer.status() == 503 && answer.retryAfter() == null) {
            add("503 says when to try again", "%s: %s".formatted(act.writer(), answer));
        }
    }

    private void isThere(Act act) {
        String batch = act.answer().body().path("batchId").asText("");
        if (!batch.isEmpty() && !records.hasBatch(batch)) {
            add(
                    "no acknowledged report is lost and none doubled",
                    "%s: %s is not there".formatted(act.writer(), batch));
        }
        for (String pointer : List.of("/decisionId", "/access/decisionId")) {
            String decision = act.answer().body().at(pointer).asText("");
            if (!decision.isEmpty() && !decision.equals("null") && !records.hasDecision(decision)) {
                add("a decision that was acknowledged is there", "%s: %s".formatted(act.writer(), decision));
            }
        }
    }

    private static long batchesOf(Act act) {
        return switch (act.writer()) {
            case REPORT, MEMBER_REPORT, TWIN_REPORT -> 1;
            case IMPORT -> act.answer().body().path("batches").size();
            default -> 0;
        };
    }

    /** The sums of the local party's week that were answered can have followed one after the other. */
    private void weeks(List<Act> acts) {
        if (acts.stream().anyMatch(act -> MOVE_SEATS.contains(act.writer()) || act.writer() == Writer.IMPORT)) {
            return;
        }
        List<Trail.Step> steps = new ArrayList<>();
        for (Act act : acts) {
            if (act.answer().succeeded()) {
                long after = act.answer().body().at("/weeks/0/contacts").asLong();
                switch (act.writer()) {
                    case REPORT, MEMBER_REPORT, CORRECTION_UPWARDS -> steps.add(new Trail.Step(Stage.MORE, after));
                    case CORRECTION_DOWNWARDS -> steps.add(new Trail.Step(1 - Stage.MORE, after));
                    case WITHDRAWAL -> steps.add(new Trail.Step(withdrawn(acts), after));
                    default -> {
                        // Changes no sum.
                    }
                }
            }
        }
        Trail.contradiction(contactsBefore, records.contacts(stage.party(), stage.seat()), steps)
                .ifPresent(words -> add("the sums that were answered follow one after the other", words));
    }

    /** A batch that was corrected to one contact takes one away when it is withdrawn. */
    private static long withdrawn(List<Act> acts) {
        return acts.stream()
                        .anyMatch(act -> act.writer() == Writer.CORRECTION_DOWNWARDS
                                && act.answer().succeeded())
                ? -1
                : -Stage.MORE;
    }

    private void add(String rule, String words) {
        findings.accept(new Finding(rule, words));
    }
}
