package uk.hustings.campaign;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.hustings.test.Tokens;

/** Text that nobody could read or store is refused in every body, and the field is named. Nothing of it is written. */
@QuarkusTest
class PlainTextTest {

    private static final List<String> REFUSED = List.of(
            "a\\u0000b",
            "a\\u0007b",
            "a\\nb",
            "a\\tb",
            "a\\u2028b",
            "a\\ud800b",
            "\\udc00",
            "\\u00a0",
            "",
            "x".repeat(1001));

    private static final String HQ = Tokens.nationalOrganiser();
    private static final String REASON = "{\"reason\":\"%s\"}";
    private static final String EXPENSES = "/v1/campaign/spending/expenses/";
    private static final String DAY = "\"day\":\"2015-04-14\",\"channel\":\"doorstep\",\"contacts\":1";

    private static final String EFFECT_SET_VERSIONS = "/v1/campaign/effect-sets/refused/versions";

    private static String effectSet(String title, String reason, String source) {
        return """
                {"title":"%s","context":"local","reason":"%s","effects":[{"channel":"phone","unit":"points-per-contact",
                 "outcome":"turnout","value":1,"standardError":1,"source":"%s"}]}""".formatted(title, reason, source);
    }

    static Stream<Arguments> bodies() {
        String id = UUID.randomUUID().toString();
        return Stream.of(
                Arguments.of("POST", "/v1/campaign/access/decisions", "reason", """
                        {"localParty":"exeter","seatCode":"E14000698","outcome":"locked","reason":"%s"}"""),
                Arguments.of("POST", "/v1/campaign/access/exemptions", "reason", """
                        {"localParty":"exeter","until":"2015-04-20T00:00:00Z","reason":"%s"}"""),
                Arguments.of("POST", "/v1/campaign/access/exemptions/" + id + "/ending", "reason", REASON),
                Arguments.of("POST", "/v1/campaign/access/policy/versions", "title", """
                        {"title":"%s","weeklyLimit":5,"warnAt":4,"channels":["doorstep"],"classes":["non-battleground"]}"""),
                Arguments.of("POST", "/v1/campaign/access/policy/versions/1/activation", "reason", REASON),
                Arguments.of("POST", "/v1/campaign/access/policy/versions/1/withdrawal", "reason", REASON),
                Arguments.of("POST", "/v1/campaign/local-parties", "reason", """
                        {"localParty":"nowhere","name":"Nowhere","region":"E12000009","seatCodes":["E14000698"],"reason":"%s"}"""),
                Arguments.of("POST", "/v1/campaign/local-parties", "name", """
                        {"localParty":"nowhere","name":"%s","region":"E12000009","seatCodes":["E14000698"],"reason":"x"}"""),
                Arguments.of("POST", EXPENSES + id + "/declaration", "reason", REASON),
                Arguments.of("POST", EXPENSES + id + "/release", "reason", REASON),
                Arguments.of("POST", EXPENSES + id + "/withdrawal", "reason", REASON),
                Arguments.of("POST", EXPENSES + id + "/correction", "reason", """
                        {"revision":0,"category":"staff","period":"short","paidGbp":1,"day":"2015-04-14","reason":"%s"}"""),
                Arguments.of("POST", "/v1/campaign/role-sync/replay", "reason", REASON),
                Arguments.of("POST", "/v1/campaign/role-sync/reconciliation", "reason", REASON),
                Arguments.of(
                        "PUT",
                        "/v1/campaign/seats/E14000698/contacts/" + id,
                        "reason",
                        "{\"reason\":\"%s\",\"counts\":[{" + DAY + "}]}"),
                Arguments.of("PUT", "/v1/campaign/strategy/seats/E14000698/class", "reason", """
                        {"battlegroundClass":"key","reason":"%s"}"""),
                Arguments.of("POST", "/v1/campaign/strategy/changes", "reason", """
                        {"seats":[{"seatCode":"E14000698","battlegroundClass":"key"}],"reason":"%s"}"""),
                Arguments.of("POST", "/v1/campaign/strategy/target-lists", "reason", """
                        {"name":"refused","classes":["key"],"reason":"%s"}"""),
                Arguments.of("POST", EFFECT_SET_VERSIONS, "reason", effectSet("Trials", "%s", "A trial")),
                Arguments.of("POST", EFFECT_SET_VERSIONS, "title", effectSet("%s", "Test", "A trial")),
                Arguments.of("POST", EFFECT_SET_VERSIONS, "effects/0/source", effectSet("Trials", "Test", "%s")),
                Arguments.of("POST", "/v1/campaign/effect-sets/refused/versions/1/withdrawal", "reason", REASON),
                Arguments.of("POST", "/v1/campaign/reach/imports/1/withdrawal", "reason", REASON),
                Arguments.of("POST", "/v1/campaign/twinnings", "reason", """
                        {"donor":"exeter","target":"E14000698","from":"2015-04-14","until":"2015-04-20",
                         "pledgedHours":5,"reason":"%s"}"""),
                Arguments.of("POST", "/v1/campaign/twinnings/" + id + "/recall", "reason", REASON));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("bodies")
    void unreadableTextIsRefusedAndTheFieldNamed(String method, String path, String field, String body) {
        Campaign.awaitReady();
        for (String text : REFUSED) {
            RequestSpecification request = Campaign.as(HQ)
                    .header("Idempotency-Key", UUID.randomUUID())
                    .header("If-Match", "\"any\"")
                    .contentType("application/json")
                    .body(body.formatted(text));
            request.request(method, path)
                    .then()
                    .statusCode(422)
                    .body("type", is("/problems/invalid-input"))
                    .body("errors.pointer", hasItem("/" + field));
        }
    }
}
