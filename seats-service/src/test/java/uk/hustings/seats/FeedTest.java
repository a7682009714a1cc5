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
    void everySeatIsFedWithItsContestsByPollingDay() {
        JsonPath feed = follow("/internal/seats").jsonPath();

        assertThat(feed.getList("seats")).hasSize(650);
        JsonPath corby = feed.setRootPath("seats.find { it.seatCode == 'E14000648' }");
        assertThat(corby.getString("name")).isEqualTo("Corby");
        assertThat(corby.getString("regionCode")).isEqualTo("E12000004");
        assertThat(corby.getString("country")).isEqualTo("England");
        assertThat(corby.getList("contests.electionId"))
                .isEqualTo(List.of("ge2010", "by-2012-11-15-E14000648", "ge2015", "ge2017", "ge2019"));
        assertThat(corby.getList("contests.kind"))
                .isEqualTo(List.of("general", "by-election", "general", "general", "general"));
        assertThat(corby.getMap("contests[0].sharesPct")).containsOnlyKeys("con", "lab", "ld");
        assertThat(corby.getFloat("contests[1].sharesPct.lab")).isBetween(48.41f, 48.42f);
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
