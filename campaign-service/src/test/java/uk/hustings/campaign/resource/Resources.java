package uk.hustings.campaign.resource;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import uk.hustings.campaign.Campaign;
import uk.hustings.test.Tokens;

/** What the tests of resources do with the running service. They work in London, the South East and the West Midlands. */
final class Resources {

    static final String ROOT = "/v1/campaign/resources";
    static final String LONDON = "E12000007";
    static final String SOUTH_EAST = "E12000008";
    static final String WEST_MIDLANDS = "E12000005";

    private Resources() {}

    /** One amount of a local party. */
    static Response state(String token, String localParty, String basis, String kind, String week, String amount) {
        return Campaign.post(token, ROOT, order("local-party", localParty, basis, kind, week, amount, null, null));
    }

    /** A correction of one amount of a local party. */
    static Response correct(String token, String localParty, String basis, String kind, String amount, int replaces) {
        return Campaign.post(
                token,
                ROOT,
                order("local-party", localParty, basis, kind, "2015-W17", amount, replaces, "Counted again"));
    }

    static String order(
            String holderKind,
            String holder,
            String basis,
            String kind,
            String week,
            String amount,
            Integer replaces,
            String reason) {
        return """
                {"holderKind":"%s","holder":%s,"basis":"%s","source":"Committee of 13 April","reason":%s,
                 "amounts":[{"kind":"%s","week":"%s","amount":%s,"replaces":%s}]}
                """.formatted(holderKind, json(holder), basis, json(reason), kind, week, amount, replaces);
    }

    static Response list(String token, String query) {
        return Campaign.as(token).get(ROOT + query);
    }

    static Response history(String token, String query) {
        return Campaign.as(token).get(ROOT + "/statements" + query);
    }

    static Response withdraw(String token, String statementId) {
        return Campaign.post(
                token, ROOT + "/statements/" + statementId + "/withdrawal", "{\"reason\":\"Needed at home\"}");
    }

    static Response importCsv(String token, String csv) {
        RequestSpecification request = Campaign.as(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8));
        return request.post(ROOT + "/imports.csv");
    }

    static Response importJson(String token, String json) {
        return Campaign.post(token, ROOT + "/imports", json);
    }

    static String organiser(String localParty, String seat) {
        return Tokens.member("local-organiser", localParty, seat);
    }

    static String regional(String region) {
        return Tokens.of("organiser-of-" + region)
                .role("regional-organiser")
                .region(region)
                .sign();
    }

    static String with(String role) {
        return Tokens.of(role).role(role).sign();
    }

    private static String json(String text) {
        return text == null ? "null" : '"' + text + '"';
    }
}
