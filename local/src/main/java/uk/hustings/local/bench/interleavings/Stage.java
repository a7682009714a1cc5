package uk.hustings.local.bench.interleavings;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.hustings.local.bench.BenchFailed;
import uk.hustings.local.bench.interleavings.ReplicaClient.Answer;
import uk.hustings.local.bench.interleavings.ReplicaClient.Request;
import uk.hustings.local.process.Processes;
import uk.hustings.local.suite.DomainDay;
import uk.hustings.test.Tokens;

/**
 * What one scenario plays on: two fresh local parties of two seats each. The first has reported 300 contacts in its first seat,
 * of the 500 that the founding policy allows in a week. Whatever else the writers need is made once, when the first asks for it.
 */
final class Stage {

    static final int REPORTED = 300;
    static final int MORE = 250;
    static final int FOUNDING_POLICY = 1;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ReplicaClient first;
    private final ReplicaClient second;
    private final Set<Writer> writers;
    private final int strictPolicy;
    private final String hq = Tokens.nationalOrganiser();
    private final String name;
    private Answer batch;
    private Answer locking;
    private String twinning;

    /**
     * @param number makes the names of the local parties unique
     * @param strictPolicy version that allows 200 contacts and is not in force
     */
    Stage(ReplicaClient first, ReplicaClient second, int number, Set<Writer> writers, int strictPolicy) {
        this.first = first;
        this.second = second;
        this.name = "race-" + number;
        this.writers = writers.isEmpty() ? EnumSet.noneOf(Writer.class) : EnumSet.copyOf(writers);
        this.strictPolicy = strictPolicy;
    }

    String hq() {
        return hq;
    }

    /** The local party that the writers are about. */
    String party() {
        return name + "-a";
    }

    /** The other one, into which it is merged, which takes its seat, and which it helps. */
    String other() {
        return name + "-b";
    }

    List<String> parties() {
        return List.of(party(), other());
    }

    /** The first seat of the local party. */
    String seat() {
        return TwoReplicas.seat(1);
    }

    /** The first seat of the other. */
    String target() {
        return TwoReplicas.seat(3);
    }

    String member(String role) {
        return Tokens.member(role, party(), seat(), TwoReplicas.seat(2));
    }

    String keyHolder() {
        return Tokens.of("key-of-" + party())
                .role("local-organiser")
                .clientRole("key-holder")
                .clientRole("seat:" + seat())
                .localParty(party())
                .sign();
    }

    String region() {
        return Tokens.of("organiser-of-the-region")
                .role("regional-organiser")
                .region(TwoReplicas.REGION)
                .sign();
    }

    int strictPolicy() {
        return strictPolicy;
    }

    /** Founds the local parties, known at both replicas, and prepares what the writers want. */
    void prepare() {
        found(party(), seat(), TwoReplicas.seat(2));
        found(other(), target(), TwoReplicas.seat(4));
        awaitKnown(party());
        awaitKnown(other());
        batch = first.require(report(hq, seat(), party(), REPORTED));
        // Last, because it lifts locks that other writers need.
        writers.stream().filter(writer -> writer != Writer.CLASS_COVERED).forEach(writer -> writer.prepare(this));
        writers.stream().filter(writer -> writer == Writer.CLASS_COVERED).forEach(writer -> writer.prepare(this));
    }

    /** The batch of 300 contacts. */
    String batch() {
        return batch.body().get("batchId").asText();
    }

    /** The batch of 250 that locked the local party out of its first seat. */
    String lockingBatch() {
        return locked().body().get("batchId").asText();
    }

    /** The decision that locked. */
    String lock() {
        return locked().body().at("/access/decisionId").asText();
    }

    Answer locked() {
        if (locking == null) {
            locking = first.require(report(hq, seat(), party(), MORE));
            if (!locking.body().at("/access/state").asText().equals("locked")) {
                throw new BenchFailed("The local party should be locked: " + locking);
            }
        }
        return locking;
    }

    /** A twinning of the local party with the other's first seat: accepted, unless somebody is to accept it. */
    String twinning() {
        if (twinning == null) {
            twinning = first.require(Request.post("/v1/campaign/twinnings", hq, """
                            {"donor":"%s","target":"%s","from":"2015-04-13","until":"2015-05-07","pledgedHours":100,
                             "reason":"Help is wanted"}""".formatted(party(), target())))
                    .body()
                    .at("/twinning/twinningId")
                    .asText();
            if (!writers.contains(Writer.TWINNING_ACCEPTED)) {
                first.require(answerTwinning("accepted"));
            }
        }
        return twinning;
    }

    Request answerTwinning(String answer) {
        return Request.post(
                "/v1/campaign/twinnings/%s/answers".formatted(twinning()),
                region(),
                "{\"answer\":\"%s\",\"reason\":\"The donor says so\"}".formatted(answer));
    }

    void appealed() {
        first.require(appeal());
    }

    Request appeal() {
        return Request.post(
                "/v1/campaign/access/decisions/%s/appeal".formatted(lock()),
                member("local-organiser"),
                "{\"reason\":\"The count holds a leaflet round\"}");
    }

    void classed(String seatClass) {
        first.require(classes(seatClass));
    }

    Request classes(String seatClass) {
        return Request.put(
                "/v1/campaign/strategy/seats/%s/class".formatted(seat()),
                hq,
                etag("/v1/campaign/strategy/seats/" + seat()),
                "{\"battlegroundClass\":\"%s\",\"reason\":\"Looked at\"}".formatted(seatClass));
    }

    static Request report(String token, String seat, String localParty, int contacts) {
        return Request.post(contacts(seat), token, """
                {%s"counts":[%s]}""".formatted(
                        localParty == null ? "" : "\"localParty\":\"%s\",".formatted(localParty), count(contacts)));
    }

    static String count(int contacts) {
        return "{\"day\":\"%s\",\"channel\":\"doorstep\",\"attempts\":%d,\"contacts\":%d}"
                .formatted(DomainDay.DAY, 2 * contacts, contacts);
    }

    static String contacts(String seat) {
        return "/v1/campaign/seats/%s/contacts".formatted(seat);
    }

    /** The entity tag of something as it is now. */
    String etag(String path) {
        Answer answer = first.get(path, hq);
        if (answer.etag() == null) {
            throw new BenchFailed("%s has no ETag: %s".formatted(path, answer));
        }
        return answer.etag();
    }

    private void found(String localParty, String... seats) {
        first.require(Request.post("/v1/campaign/local-parties", hq, """
                {"localParty":"%s","name":"%s","region":"%s","seatCodes":["%s"],"reason":"A scenario"}""".formatted(
                        localParty, localParty, TwoReplicas.REGION, String.join("\",\"", seats))));
    }

    private void awaitKnown(String localParty) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (second.get("/v1/campaign/local-parties/" + localParty, hq).status() != 200) {
            if (System.nanoTime() > end) {
                throw new BenchFailed("The second replica does not know " + localParty);
            }
            Processes.pause(Duration.ofMillis(3));
        }
    }
}
