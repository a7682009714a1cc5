package uk.hustings.campaign.contact;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import uk.hustings.campaign.Campaign;
import uk.hustings.test.Tokens;

/** What the tests of contacts do with the running service. */
final class Contacts {

    static final String SOUTH_EAST = "E12000008";
    static final String SOUTH_WEST = "E12000009";

    private static final String ROOT = "/v1/campaign/contacts";

    private Contacts() {}

    static Response importJson(String token, String json) {
        return Campaign.post(token, ROOT + "/imports", json);
    }

    static Response importCsv(String token, String csv) {
        return importCsv(token, csv, null);
    }

    static Response importCsv(String token, String csv, String source) {
        return send(token, "/imports.csv", "text/csv", csv, source);
    }

    static Response importNdjson(String token, String lines, String source) {
        return send(token, "/imports.ndjson", "application/x-ndjson", lines, source);
    }

    static Response report(String token, String seat, String batch) {
        return Campaign.post(token, "/v1/campaign/seats/" + seat + "/contacts", batch);
    }

    static Response batch(String token, String seat, String batchId) {
        return Campaign.as(token).get("/v1/campaign/seats/{seat}/contacts/{batch}", seat, batchId);
    }

    /** @param ifMatch null for none */
    static Response correct(String token, String seat, String batchId, String ifMatch, String correction) {
        var request = Campaign.as(token).contentType("application/json").body(correction);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/v1/campaign/seats/{seat}/contacts/{batch}", seat, batchId);
    }

    static Response withdraw(String token, String seat, String batchId) {
        return Campaign.post(
                token,
                "/v1/campaign/seats/%s/contacts/%s/withdrawal".formatted(seat, batchId),
                "{\"reason\":\"Entered twice\"}");
    }

    static Response weeks(String token, String seat) {
        return Campaign.as(token).get("/v1/campaign/seats/{seat}/contacts", seat);
    }

    static Response get(String token, String path) {
        return Campaign.as(token).get(ROOT + path);
    }

    static String regional(String region) {
        return Tokens.of("organiser-of-" + region)
                .role("regional-organiser")
                .region(region)
                .sign();
    }

    private static Response send(String token, String path, String type, String body, String source) {
        var request = Campaign.as(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8));
        return source == null
                ? request.post(ROOT + path)
                : request.queryParam("sourceBatchId", source).post(ROOT + path);
    }
}
