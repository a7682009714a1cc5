package uk.hustings.polls.indicator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.hustings.polls.real.RealData;

@QuarkusTest
class EvidenceTimelineTest extends EvidenceOnRecord {

    @Test
    void allEvidenceOnASeatComesInOneCallInOrderOfTime() {
        recorded(RealData.CREWE, "before the poll", ", \"day\": \"2015-03-01\", \"visibility\": \"public\"");
        recorded(RealData.CREWE, "after the poll", ", \"day\": \"2015-04-13\", \"visibility\": \"public\"");

        JsonPath timeline = given().get("/v1/evidence?from=2015-03-01&seat=" + RealData.CREWE)
                .jsonPath();

        assertThat(timeline.getList("items.kind")).containsExactly("statement", "poll", "statement");
        assertThat(timeline.getList("items.day")).containsExactly("2015-03-01", "2015-04-09", "2015-04-13");
        assertThat(timeline.getString("items[1].title")).isEqualTo("Lord Ashcroft");
        assertThat(timeline.getString("items[1].summary")).startsWith("con 37.9%, lab 41.6%");
        assertThat(timeline.getString("items[1].seatName")).isEqualTo("Crewe and Nantwich");
        assertThat(timeline.getString("items[0].summary")).isEqualTo("Somebody: before the poll");
    }

    @Test
    void everyEntryLeadsToItsPollOrItem() {
        recorded(RealData.CREWE, "to be followed", ", \"day\": \"2015-03-02\", \"visibility\": \"public\"");

        for (String href :
                given().get("/v1/evidence?seat=" + RealData.CREWE).jsonPath().getList("items.href", String.class)) {
            given().get(href).then().statusCode(200);
        }
    }

    @Test
    void thePollsOfAnElectionBelongToItsTimeline() {
        given().get("/v1/evidence?kind=poll&contest=ge2015&asOf=2015-05-07&seat=" + RealData.HALLAM)
                .then()
                .body("items", hasSize(3));
        given().get("/v1/evidence?kind=poll&contest=ge2010&asOf=2015-05-07&seat=" + RealData.HALLAM)
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void laterEvidenceIsYetToCome() {
        given().get("/v1/evidence?limit=200").then().body("items.day", everyItem(not("2015-05-03")));
        given().get("/v1/evidence?limit=200&from=2015-05-01&asOf=2015-05-07")
                .then()
                .body("items.day", hasItems("2015-05-03"));
    }

    @Test
    void pagesTogetherAreTheWholeTimelineOnce() {
        List<String> whole = new ArrayList<>();
        String next = null;
        do {
            var request = given().queryParam("limit", 70);
            JsonPath page = (next == null ? request : request.queryParam("cursor", next))
                    .get("/v1/evidence?region=E12000002")
                    .jsonPath();
            whole.addAll(page.getList("items.href"));
            next = page.getString("next");
        } while (next != null);

        assertThat(whole).doesNotHaveDuplicates();
        assertThat(given().get("/v1/evidence?limit=200&region=E12000002")
                        .jsonPath()
                        .getList("items.href"))
                .isEqualTo(whole);
    }

    @Test
    void aTimelineThatIsTheSameIsNotSentAgain() {
        String path = "/v1/evidence?seat=" + RealData.HALLAM;
        String tag = given().get(path)
                .then()
                .header("Cache-Control", containsString("public"))
                .extract()
                .header("ETag");

        given().header("If-None-Match", tag).get(path).then().statusCode(304);
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 0",
        "asOf, 14 April",
        "from, 2015-02-30",
        "to, tomorrow",
        "seat, crewe",
        "seat, E14999999",
        "boundarySet, 1832",
        "region, E12999999",
        "contest, The Contest",
        "kind, gossip"
    })
    void aParameterThatCannotBeAcceptedIsNamed(String parameter, String value) {
        given().queryParam(parameter, value)
                .get("/v1/evidence")
                .then()
                .statusCode(400)
                .body("type", is("/problems/invalid-parameter"))
                .body("parameter", is(parameter));
    }

    @Test
    void aPeriodThatEndsBeforeItStartsIsRefused() {
        given().get("/v1/evidence?from=2015-03-02&to=2015-03-01")
                .then()
                .statusCode(400)
                .body("parameter", is("to"));
    }
}
