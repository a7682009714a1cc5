package uk.hustings.polls.indicator;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import uk.hustings.polls.Running;

/** The running service, and evidence that is no poll on its way into it. */
abstract class EvidenceOnRecord extends Running {

    static final String LEADERSHIP = "lab-leadership-2016";

    /** The file that the demo loads. */
    static String realEvidence() {
        try {
            return Files.readString(Path.of("..", "data", "evidence", "labour_leadership_2016.json"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Imports as HQ under a new key. */
    static Response importing(String body) {
        return importing(body, UUID.randomUUID().toString());
    }

    static Response importing(String body, String key) {
        return as(HQ).header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/v1/evidence/imports");
    }

    /** What somebody said of a seat, as one item of an import; {@code more} are further fields with a comma before them. */
    static String said(String seat, String text, String more) {
        return """
                {"items": [{"kind": "statement", "source": "Test", "speaker": "Somebody", "text": "%s",
                 "seatCode": "%s"%s}]}""".formatted(text, seat, more);
    }

    /** Records it and gives its id. */
    static String recorded(String seat, String text, String more) {
        importing(said(seat, text, more)).then().statusCode(201);
        return idOf(seat, text);
    }

    static String idOf(String seat, String text) {
        JsonPath timeline =
                as(HQ).get("/v1/evidence?kind=statement&limit=200&seat=" + seat).jsonPath();
        return timeline.getString("items.find { it.item.text == '%s' }.itemId".formatted(text));
    }

    static Response sending(String path, String tag, String body) {
        var request = as(HQ).contentType("application/json").body(body);
        return (tag == null ? request : request.header("If-Match", tag)).put(path);
    }

    static Response withdrawing(String itemId) {
        return as(HQ).header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"reason\": \"Misheard\"}")
                .post("/v1/evidence/" + itemId + "/withdrawal");
    }
}
