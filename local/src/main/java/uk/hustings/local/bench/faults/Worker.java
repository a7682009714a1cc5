package uk.hustings.local.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import uk.hustings.local.bench.faults.PersistentClient.Answer;
import uk.hustings.local.bench.faults.Receipts.Decided;
import uk.hustings.local.bench.faults.Receipts.Receipt;
import uk.hustings.local.bench.faults.Receipts.Week;
import uk.hustings.local.suite.DomainDay;

/** Somebody at headquarters who reports, corrects, locks and restores, one request after the other. */
final class Worker implements Runnable {

    private static final int REPORTS_OF_100 = 55;
    private static final int WITHDRAWALS_OF_100 = 25;
    private static final int LOCKS_OF_100 = 10;
    private static final int SENT_TWICE_OF_100 = 10;
    private static final int MOST_CONTACTS = 160;

    /** Short, or the weekly limit would lock nobody any more after the first restoration. */
    private static final long EXEMPT_SECONDS = 1;

    private final PersistentClient client;
    private final Receipts receipts;
    private final List<Turf> turfs;
    private final LocalDate monday;
    private final Random random;
    private final BooleanSupplier stop;

    /** @param monday of the week for which it reports */
    Worker(
            PersistentClient client,
            Receipts receipts,
            List<Turf> turfs,
            LocalDate monday,
            Random random,
            BooleanSupplier stop) {
        this.client = client;
        this.receipts = receipts;
        this.turfs = turfs;
        this.monday = monday;
        this.random = random;
        this.stop = stop;
    }

    @Override
    public void run() {
        while (!stop.getAsBoolean()) {
            Turf turf = turfs.get(random.nextInt(turfs.size()));
            int dice = random.nextInt(100);
            if (dice < REPORTS_OF_100) {
                report(turf);
            } else if (dice < REPORTS_OF_100 + WITHDRAWALS_OF_100) {
                withdraw();
            } else {
                decide(turf, dice < REPORTS_OF_100 + WITHDRAWALS_OF_100 + LOCKS_OF_100);
            }
        }
    }

    private void report(Turf turf) {
        int contacts = 1 + random.nextInt(MOST_CONTACTS);
        Answer answer = post(turf.contacts(), """
                {"localParty":"%s","counts":[{"day":"%s","channel":"doorstep","attempts":%d,"contacts":%d}]}""".formatted(turf.localParty(), monday, 2 * contacts, contacts));
        if (answer.acknowledges()) {
            receipts.reported(receipt(answer.body(), new Week(turf, monday), contacts));
        }
    }

    private void withdraw() {
        Optional<Receipt> batch = receipts.takeStanding(random);
        if (batch.isEmpty()) {
            return;
        }
        Receipt reported = batch.get();
        Answer answer = post(
                "%s/%s/withdrawal".formatted(reported.week().turf().contacts(), reported.batch()),
                "{\"reason\":\"The sheet was entered twice\"}");
        if (answer.acknowledges()) {
            receipts.withdrawn(receipt(answer.body(), reported.week(), -reported.change()));
        } else {
            receipts.contradicted("the withdrawal of the batch %s, which stands, was refused: %s"
                    .formatted(reported.batch(), answer.text()));
        }
    }

    private void decide(Turf turf, boolean lock) {
        String exempt =
                lock ? "" : ",\"exemptUntil\":\"%s\"".formatted(domainNow().plusSeconds(EXEMPT_SECONDS));
        Answer answer = post("/v1/campaign/access/decisions", """
                {"localParty":"%s","seatCode":"%s","outcome":"%s","reason":"Decided while parts were killed"%s}""".formatted(
                        turf.localParty(), turf.seatCode(), lock ? "locked" : "restored", exempt));
        if (answer.acknowledges()) {
            receipts.decided(new Decided(
                    UUID.fromString(answer.body().get("decisionId").asText()),
                    turf,
                    answer.body().get("outcome").asText()));
        }
    }

    private Answer post(String path, String body) {
        Answer answer = client.post(path, body, random.nextInt(100) < SENT_TWICE_OF_100);
        if (!answer.acknowledges()) {
            // A lock that stands already, none to lift, an exemption that ran out while nobody answered.
            receipts.turnedAway();
            if (answer.status() != 409 && answer.status() != 422) {
                receipts.contradicted("POST %s %s was refused: %s".formatted(path, body, answer.text()));
            }
        }
        return answer;
    }

    private static Receipt receipt(JsonNode body, Week week, long change) {
        JsonNode access = body.get("access");
        return new Receipt(
                UUID.fromString(body.get("batchId").asText()),
                week,
                change,
                body.at("/weeks/0/contacts").asLong(),
                access.get("state").asText(),
                access.hasNonNull("decisionId")
                        ? UUID.fromString(access.get("decisionId").asText())
                        : null);
    }

    /** As the services' clocks show it. */
    private static Instant domainNow() {
        Instant now = Instant.now();
        return now.plus(DomainDay.offset(now)).truncatedTo(ChronoUnit.SECONDS);
    }
}
