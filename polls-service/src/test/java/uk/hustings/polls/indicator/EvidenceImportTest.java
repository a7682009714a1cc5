package uk.hustings.polls.indicator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.hustings.polls.real.RealData;
import uk.hustings.test.Tokens;

@QuarkusTest
class EvidenceImportTest extends EvidenceOnRecord {

    @Test
    void theEvidenceOf2016IsTakenInOnceAndTwiceChangesNothing() {
        importing(realEvidence()).then().statusCode(201);
        importing(realEvidence())
                .then()
                .statusCode(201)
                .body("created", is(0))
                .body("unchanged", is(7))
                .body("warnings", empty());

        given().get("/v1/evidence?asOf=2016-12-31&kind=indicator&contest=" + LEADERSHIP)
                .then()
                .body("items", hasSize(3))
                .body("items.day", contains(nullValue(), nullValue(), nullValue()))
                .body("items.summary", hasItem("corbyn 285 local-parties, smith 53 local-parties"))
                .body("items.summary", hasItem("12%"))
                .body("items.summary", hasItem("70000 of 140000 supporters"));
        given().get("/v1/evidence?asOf=2016-12-31&kind=ballot-result&contest=" + LEADERSHIP)
                .then()
                .body("items", hasSize(4))
                .body("items[0].day", is("2016-09-24"))
                .body("items[0].summary", is("party members: corbyn 168216 votes 59%, smith 116960 votes 41%"))
                .body("items[0].item.source", containsString("LabourList"));
    }

    @Test
    void whatDoesNotSayWhoMayKnowOfItIsPrivate() {
        importing(said(RealData.HALLAM, "said to nobody", "")).then().statusCode(201);

        as(HQ).get("/v1/evidence/" + idOf(RealData.HALLAM, "said to nobody"))
                .then()
                .statusCode(200)
                .body("visibility", is("private"))
                .body("status", is("recorded"))
                .body("revision", is(1))
                .body("item.boundarySet", is("2010"))
                .body("item.geography", is("seat"));
    }

    @Test
    void otherContentForARecordedItemIsRefusedAndNothingIsWritten() {
        String nominations = """
                {"items": [{"kind": "indicator", "label": "Counted twice", "source": "Test", "figures":
                 [{"value": %d, "unit": "local-parties"}]}]}""";
        importing(nominations.formatted(1)).then().statusCode(201).body("created", is(1));

        importing(nominations.formatted(2))
                .then()
                .statusCode(409)
                .body("type", is("/problems/already-recorded"))
                .body("errors.pointer", contains("/items/0"));
        importing(nominations.formatted(1).replace("\"label\"", "\"visibility\": \"public\", \"label\""))
                .then()
                .statusCode(201)
                .body("unchanged", is(1))
                .body("warnings", contains("/items/0: the item stays private; changeEvidenceVisibility changes that"));
    }

    @Test
    void oneFaultyItemKeepsAllOut() {
        String sound = said(RealData.HALLAM, "never heard", "").replace("]}", "");

        importing(sound + ", {\"kind\": \"statement\", \"source\": \"Test\", \"seatCode\": \"E14999999\"}]}")
                .then()
                .statusCode(422)
                .body("type", is("/problems/invalid-input"))
                .body("errors.pointer", contains("/items/1/seatCode", "/items/1/text"));

        assertThat(idOf(RealData.HALLAM, "never heard")).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"items": [null]}                                            | 400 | /items/0
            {}                                                           | 400 |
            {"polls": []}                                                | 400 | /polls
            {"items": [{"kind": "indicator", "figures": [{"value": NaN}]}]}   | 400 |
            {"items": [{"kind": "indicator", "votes": 3}]}               | 400 | /items/0/votes
            {"items": [{"results": [{"option": "lab", "votes": 1e999}]}]} | 400 | /items/0/results/0/votes
            {"items": [{"results": [{"option": "lab", "votes": "many"}]}]} | 400 | /items/0/results/0/votes
            {"items": [{"day": "2015-02-30"}]}                           | 400 | /items/0/day
            {"items": [{"kind": "indicator"                              | 400 |
            """)
    void aBodyThatCannotBeTakenIsNamedByItsPlace(String body, int status, String pointer) {
        var refusal = importing(body).then().statusCode(status).contentType("application/problem+json");

        if (pointer != null) {
            refusal.body("errors[0].pointer", is(pointer));
        }
    }

    @Test
    void moreThan5000ItemsAreTooMany() {
        String item = "{\"kind\": \"statement\", \"source\": \"Test\", \"text\": \"%d\"}";

        importing(IntStream.rangeClosed(0, 5_000)
                        .mapToObj(item::formatted)
                        .collect(Collectors.joining(",", "{\"items\": [", "]}")))
                .then()
                .statusCode(413)
                .body("type", is("/problems/body-too-large"));
    }

    @Test
    void whoMayKnowOfItMustBeSaidInKnownWords() {
        importing(said(RealData.HALLAM, "x", ", \"visibility\": \"secret\""))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/items/0/visibility"));
        importing(said(RealData.HALLAM, "x", ", \"visibility\": \"embargoed\""))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/items/0/embargoedUntil"));
        importing(said(RealData.HALLAM, "x", ", \"embargoedUntil\": \"2015-05-01T00:00:00Z\""))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/items/0/embargoedUntil"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3000-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z",
                "+400000-01-01T00:00:00Z"
            })
    void anEmbargoEndsBeforeTheYear3000(String until) {
        importing(said(
                        RealData.HALLAM,
                        "x",
                        ", \"visibility\": \"embargoed\", \"embargoedUntil\": \"%s\"".formatted(until)))
                .then()
                .statusCode(422)
                .body("type", is("/problems/invalid-input"))
                .body("errors.pointer", contains("/items/0/embargoedUntil"));
    }

    @Test
    void aRetryGetsItsFirstAnswerAgain() {
        String key = UUID.randomUUID().toString();
        String first = importing(said(RealData.HALLAM, "said once", ""), key)
                .then()
                .statusCode(201)
                .body("created", is(1))
                .extract()
                .asString();

        assertThat(importing(said(RealData.HALLAM, "said once", ""), key).asString())
                .isEqualTo(first);
    }

    @Test
    void thoseWhoImportTheSameAtOnceRecordItOnce() {
        String body = said(RealData.HALLAM, "said at once", "");

        List<CompletableFuture<Integer>> imports = Stream.generate(() -> CompletableFuture.supplyAsync(() -> (Integer)
                        importing(body).then().statusCode(201).extract().path("created")))
                .limit(6)
                .toList();

        assertThat(imports.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(1);
    }

    @Test
    void onlyThoseMayWriteWhomTheMatrixLets() {
        String auditor = Tokens.of("auditor").role("auditor").sign();
        String item = "/v1/evidence/" + UUID.randomUUID();

        for (String token : List.of(auditor, EXETER_ORGANISER, SOUTH_WEST, Tokens.service())) {
            as(token)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .contentType("application/json")
                    .body(said(RealData.EXETER, "x", ""))
                    .post("/v1/evidence/imports")
                    .then()
                    .statusCode(403);
            as(token)
                    .contentType("application/json")
                    .body("{}")
                    .put(item)
                    .then()
                    .statusCode(403);
        }
        given().header("Idempotency-Key", "x")
                .contentType("application/json")
                .body("{}")
                .post(item + "/withdrawal")
                .then()
                .statusCode(401);
    }
}
