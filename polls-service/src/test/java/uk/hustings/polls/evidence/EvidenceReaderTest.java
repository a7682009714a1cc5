package uk.hustings.polls.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.hustings.polls.Running;
import uk.hustings.polls.evidence.domain.EvidenceBook;
import uk.hustings.polls.evidence.domain.Sight;
import uk.hustings.polls.poll.domain.RecordedPoll;

/** What a replica knows of its own writing is what every other replica reads. */
@QuarkusTest
class EvidenceReaderTest extends Running {

    private static final String POLL = """
            {"kind": "claim", "pollster": "Read again", "client": "A client", "clientInterest": "sponsor", "bpcMember": true,
             "mode": "phone", "population": "adults", "geography": "gb", "fieldworkStart": "2015-02-01",
             "fieldworkEnd": "2015-02-02", "sampleSize": 1000, "weightedBase": 990, "weighting": "By age",
             "tablesUrl": "https://example.org/", "source": "A page", %s
             "questions": [{"question": "standard", "basis": "raw", "dontKnowPct": 12.50, "wouldNotVotePct": 3,
               "refusedPct": 0.0, "unweightedBase": 800, "weightedBase": 790, "sharesPct": [
               {"option": "lab", "pct": 4e1}, {"option": "con", "pct": %s}]}],
             "statements": [{"speaker": "One", "text": "neck and neck", "option": "tie"}, {"option": "lab"}]}
            """;
    private static final String EMBARGO =
            "\"visibility\": \"embargoed\", \"embargoedUntil\": \"2015-06-01T10:00:00.123456789Z\",";

    @Inject
    CurrentEvidence current;

    @Inject
    EvidenceReader reader;

    @Test
    void whatWasWrittenIsWhatIsRead() {
        importedJson("{\"polls\": [%s]}".formatted(POLL.formatted(EMBARGO, "44.5")))
                .then()
                .statusCode(201);
        assertThatBothAreEqual();

        importedJson("{\"polls\": [%s]}"
                        .formatted(
                                POLL.formatted("", "44.5").replace("\"option\": \"lab\"}]", "\"option\": \"con\"}]")))
                .then()
                .statusCode(201);
        assertThatBothAreEqual();

        String id = as(HQ).get("/v1/polls?pollster=Read again").path("items[0].pollId");
        as(HQ).contentType("application/json")
                .header("If-Match", as(HQ).get("/v1/polls/" + id).header("ETag"))
                .body("{\"reason\": \"x\", \"poll\": %s}".formatted(POLL.formatted("", "43.25")))
                .put("/v1/polls/" + id)
                .then()
                .statusCode(200);
        assertThatBothAreEqual();

        as(HQ).header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"reason\": \"x\"}")
                .post("/v1/polls/" + id + "/withdrawal")
                .then()
                .statusCode(200);
        assertThatBothAreEqual();
    }

    private void assertThatBothAreEqual() {
        EvidenceBook known = current.get();
        EvidenceBook read = reader.newest(null).await().indefinitely();

        assertThat(known.version()).isEqualTo(read.version());
        assertThat(known.publicVersion()).isEqualTo(read.publicVersion());
        assertThat(ofThatPollster(known)).isEqualTo(ofThatPollster(read)).hasSize(1);
        assertThat(known.seenBy(Sight.EVERYTHING, Instant.EPOCH).stream().toList())
                .as("all other polls in their order")
                .isEqualTo(read.seenBy(Sight.EVERYTHING, Instant.EPOCH).stream().toList());
    }

    private static List<RecordedPoll> ofThatPollster(EvidenceBook book) {
        return book.seenBy(Sight.EVERYTHING, Instant.EPOCH).stream()
                .filter(poll -> "Read again".equals(poll.poll().key().pollster()))
                .toList();
    }
}
