package uk.hustings.local.e2e;

import io.restassured.response.Response;
import java.util.UUID;

/**
 * A local party of the demo and the one seat that it owns, with what its people do there.
 *
 * @param id for example {@code torfaen}
 * @param seatCode GSS code
 * @param region GSS code
 */
record LocalParty(String id, String seatCode, String region) {

    /** A day of the week in which the demo lives. */
    static final String TODAY = "2015-04-14";

    static LocalParty named(String id) {
        Response found = Api.as(Account.HQ).get("/v1/campaign/local-parties/" + id);
        found.then().statusCode(200);
        return new LocalParty(id, found.path("seatCodes[0]"), found.path("region"));
    }

    Account canvasser() {
        return Account.canvasserOf(id);
    }

    Account organiser() {
        return Account.organiserOf(id);
    }

    String contacts() {
        return "/v1/campaign/seats/" + seatCode + "/contacts";
    }

    /** The role that Keycloak's group of the local party carries while nothing is closed to it. */
    String seatRole() {
        return "seat:" + seatCode;
    }

    /** A batch of contacts made on doorsteps today. */
    static String doorsteps(int contacts) {
        return """
                {"counts":[{"day":"%s","channel":"doorstep","attempts":%d,"contacts":%d}]}""".formatted(TODAY, contacts * 2, contacts);
    }

    Response report(String token, int contacts) {
        return report(token, contacts, UUID.randomUUID().toString());
    }

    Response report(String token, int contacts, String key) {
        return Api.with(token)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(doorsteps(contacts))
                .post(contacts());
    }

    Response withdraw(String token, String batchId) {
        return Api.postJson(
                Api.with(token),
                contacts() + "/" + batchId + "/withdrawal",
                "{\"reason\":\"The sheet was entered twice\"}");
    }

    /** What headquarters decides about the local party in its seat. */
    Response decide(String outcome, String reason) {
        return Api.postJson(
                Api.as(Account.HQ), "/v1/campaign/access/decisions", """
                {"localParty":"%s","seatCode":"%s","outcome":"%s","reason":"%s"}""".formatted(id, seatCode, outcome, reason));
    }

    /** Contacts of all weeks and local parties in the seat, as headquarters reads them. */
    long counted() {
        return Api.as(Account.HQ)
                .get(contacts())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.contacts", Long.class)
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Decisions about the local party with this outcome, the latest first. */
    java.util.List<java.util.Map<String, Object>> decisions(String outcome) {
        return Api.as(Account.HQ)
                .get("/v1/campaign/access/decisions?limit=200&localParty=" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.findAll { it.outcome == '" + outcome + "' }");
    }

    /** Headquarters learns of a poll of the seat that it keeps to itself; done again, it is the same poll. */
    String privatePoll() {
        Api.postCsv(Api.as(Account.HQ), "/v1/polls/imports.csv", """
                pollster,client,population,question,seatCode,fieldworkStart,fieldworkEnd,visibility,sampleSize,smithPct,corbynPct
                Test Research,,party-members,members-ballot,%s,2015-04-01,2015-04-02,private,400,52,48
                """.formatted(seatCode))
                .then()
                .statusCode(201);
        return Api.as(Account.HQ)
                .get("/v1/polls?visibility=private&pollster=Test%20Research&seat=" + seatCode)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].pollId");
    }
}
