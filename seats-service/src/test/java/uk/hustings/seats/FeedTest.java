package uk.hustings.seats;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.hustings.test.Tokens;

@QuarkusTest
class FeedTest {

    @TestHTTPResource("/internal/events")
    URI events;

    @BeforeEach
    void importRealData() {
        Imported.once();
    }

    @Test
    void everySeatOfBothBoundarySetsIsFed() {
        JsonPath feed = follow("/internal/seats").jsonPath();

        assertThat(feed.getList("seats.findAll { it.boundarySet == '2010' }")).hasSize(650);
        assertThat(feed.getList("seats.findAll { it.boundarySet == '2024' }")).hasSize(650);
        assertThat(feed.getMap("boundarySets.find { it.code == '2010' }"))
                .isEqualTo(Map.of("code", "2010", "from", "2010-05-06", "to", "2024-07-03"));
        assertThat(feed.getString("boundarySets.find { it.code == '2024' }.from"))
                .isEqualTo("2024-07-04");
        assertThat(feed.getString("boundarySets.find { it.code == '2024' }.to")).isNull();
        assertThat(feed.getList("seats.findAll { it.seatCode == 'S14000021' }.boundarySet"))
                .as("East Renfrewshire, whose code stands in both")
                .isEqualTo(List.of("2010", "2024"));
        assertThat(feed.getMap("seats.find { it.seatCode == 'E14000648' }"))
                .containsEntry("name", "Corby")
                .containsEntry("regionCode", "E12000004")
                .containsEntry("regionName", "East Midlands")
                .containsEntry("country", "England")
                .containsEntry("county", "Northamptonshire")
                .containsEntry("electorate", 78_024);
    }

    @Test
    void aSeatIsFedWithAllItsContestsByPollingDayNotionalOnesToo() {
        JsonPath corby = follow("/internal/seats").jsonPath().setRootPath("seats.find { it.seatCode == 'E14000648' }");

        assertThat(corby.getList("contests.electionId"))
                .isEqualTo(List.of(
                        "ge2005-notional-2010", "ge2010", "by-2012-11-15-E14000648", "ge2015", "ge2017", "ge2019"));
        assertThat(corby.getMap("contests[0]"))
                .isEqualTo(Map.of(
                        "electionId", "ge2005-notional-2010",
                        "pollingDay", "2005-05-05",
                        "validVotes", 48_527,
                        "winner", "lab",
                        "votes", Map.of("con", 19_396, "lab", 20_913, "ld", 6_184, "ukip", 1_278, "other", 756)));
        assertThat(corby.getInt("contests[2].votes.lab")).isEqualTo(17_267);
        assertThat(corby.getInt("contests[2].validVotes")).isEqualTo(35_665);
    }

    @Test
    void whoeverWonIsToldBesideVotesThatWouldNotTellIt() {
        JsonPath fermanagh = follow("/internal/seats")
                .jsonPath()
                .setRootPath("seats.find { it.seatCode == 'N06000007' }.contests.find { it.electionId == 'ge2010' }");

        assertThat(fermanagh.getString("winner")).isEqualTo("sf");
        assertThat(fermanagh.getInt("votes.sf")).isEqualTo(21_304);
        assertThat(fermanagh.getInt("votes.ind"))
                .as("two candidates, one of them four votes behind")
                .isEqualTo(21_488);
    }

    @Test
    void electionsAndPartiesAreFedWithWhatTheyAre() {
        JsonPath feed = follow("/internal/seats").jsonPath();

        assertThat(feed.getMap("elections.find { it.electionId == 'ge2019-notional-2024' }"))
                .isEqualTo(Map.of(
                        "electionId", "ge2019-notional-2024",
                        "name", "General election 2019, notional on the boundaries of 2024",
                        "kind", "general",
                        "basis", "notional",
                        "pollingDay", "2019-12-12",
                        "boundarySet", "2024"));
        assertThat(feed.getString("elections.find { it.electionId == 'by-2012-11-15-E14000648' }.kind"))
                .isEqualTo("by-election");
        assertThat(feed.getMap("parties.find { it.code == 'reform' }"))
                .isEqualTo(Map.of("code", "reform", "name", "Reform UK", "lineage", List.of("brexit")));
    }

    @Test
    void standingsTellHolderAndRankOnTheDomainsDay() {
        JsonPath feed = follow("/internal/standings?party=lab").jsonPath();

        assertThat(feed.getString("asOf")).isEqualTo("2015-04-14");
        assertThat(feed.getString("party")).isEqualTo("lab");
        assertThat(feed.getList("seats")).hasSize(650);
        JsonPath crewe = feed.setRootPath("seats.find { it.seatCode == 'E14000653' }");
        assertThat(crewe.getString("holder")).isEqualTo("con");
        assertThat(crewe.getFloat("swingRequiredPts")).isEqualTo(5.9177f);
        assertThat(crewe.getFloat("majorityPct")).isEqualTo(11.8354f);
        assertThat(crewe.getInt("rank")).isBetween(80, 95);
        assertThat(crewe.getFloat("centroid.lat")).isEqualTo(53.06246f);
        assertThat(crewe.getString("type")).isEqualToIgnoringCase("county");
        assertThat(crewe.getFloat("postcodeCentroid.lat")).isEqualTo(53.08524f);
        assertThat(feed.setRootPath("seats.find { it.seatCode == 'N06000001' }").<Object>get("postcodeCentroid"))
                .as("not known in Northern Ireland")
                .isNull();
        follow("/internal/standings?party=lab")
                .then()
                .body("seats.find { it.seatCode == 'E14000648' }.holder", is("lab"))
                .body("seats.find { it.seatCode == 'E14000648' }.rank", nullValue());
        follow("/internal/standings?party=newparty").then().statusCode(200).body("seats", hasSize(650));
        follow("/internal/standings").then().statusCode(400);
    }

    @Test
    void aFollowerWhoIsUpToDateIsToldSo() {
        Response first = follow("/internal/seats");

        given().auth()
                .oauth2(Tokens.service())
                .header("If-None-Match", first.header("ETag"))
                .get("/internal/seats")
                .then()
                .statusCode(304);
    }

    @Test
    void followersHearOfAnImportAtOnce() throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        HttpRequest request = HttpRequest.newBuilder(events)
                .header("Authorization", "Bearer " + Tokens.service())
                .header("Accept", "text/event-stream")
                .build();
        var listening = HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.fromLineSubscriber(new Lines(heard)));
        assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("data:heartbeat");

        Imported.csv("/v1/parties/imports", "code,name,colour,lineage\nheard,Heard,#123ABC,\n")
                .then()
                .statusCode(201);

        assertThat(heard.poll(2, TimeUnit.SECONDS)).matches("data:\\d+");
        listening.cancel(true);
    }

    private static Response follow(String path) {
        return given().auth().oauth2(Tokens.service()).get(path);
    }

    /** Keeps the lines that carry something. */
    private record Lines(BlockingQueue<String> heard) implements java.util.concurrent.Flow.Subscriber<String> {

        @Override
        public void onSubscribe(java.util.concurrent.Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (line.startsWith("data:")) {
                heard.add(line);
            }
        }

        @Override
        public void onError(Throwable broken) {}

        @Override
        public void onComplete() {}
    }
}
