package uk.hustings.polls.reading;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.hustings.polls.real.RealData;

/** What the service reads out of the real polls. */
@QuarkusTest
class ReadingOutTest extends ReadingPolls {

    @Test
    void aWaveTellsWhatHasChangedSinceTheOneBefore() {
        JsonPath waves = json(
                read(given(), "waves?party=ld&pollster=Lord Ashcroft&" + AFTER_THE_ELECTION + "&seat=" + NORTH_CORNWALL)
                        .body("items", hasSize(2))
                        .body("items[0].previous", nullValue())
                        .body("items[1].poll.seatName", is("North Cornwall"))
                        .body("items[1].question", is("constituency"))
                        .body("items[1].lead.option", is("ld"))
                        .body("items[1].lead.rival", is("con"))
                        .body("items[1].previous.day", is("2015-03-20"))
                        .body("items[1].previous.changes.option", hasItem("ukip")));

        assertThat(waves.getDouble("items[0].lead.pts")).isCloseTo(2, within(3.0));
        assertThat(waves.getDouble("items[1].previous.leadPts")).isEqualTo(waves.getDouble("items[0].lead.pts"));
        assertThat(waves.getDouble("items[1].previous.leadChange.pts"))
                .isCloseTo(waves.getDouble("items[1].lead.pts") - waves.getDouble("items[0].lead.pts"), within(0.011));
        assertThat(waves.getDouble("items[1].previous.leadChange.samplingSdPts"))
                .isBetween(4.5, 5.5);
        assertThat(waves.getString("items[1].previous.pollId")).isEqualTo(waves.getString("items[0].poll.pollId"));
    }

    @Test
    void aWaveOfLongAgoIsComparedWithThoughItIsNotAskedFor() {
        read(
                        given(),
                        "waves?fieldworkFrom=2015-04-15&pollster=Lord Ashcroft&" + AFTER_THE_ELECTION + "&seat="
                                + NORTH_CORNWALL)
                .body("items", hasSize(1))
                .body("items[0].previous.leadChange", notNullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "E14000838, -7",
        "E14000961, -6",
        "E14000964, 3",
        "E14000837, 2",
        "E14000999, 1",
        "E14000922, -2",
        "E14000617, 9"
    })
    void theLiberalDemocratsStandAsPublishedOnThe1stOfApril2015(String seat, double lead) {
        JsonPath waves = json(read(
                        given(),
                        "waves?party=ld&question=constituency&pollster=Lord Ashcroft&asOf=2015-04-01&seat=" + seat)
                .body("items", hasSize(1)));

        assertThat(waves.getDouble("items[0].lead.pts")).isCloseTo(lead, within(3.0));
    }

    @Test
    void pagesOfWavesAreAllWavesOnce() {
        List<String> whole = new ArrayList<>();
        String next = null;
        do {
            var request = given().queryParam("limit", 100);
            JsonPath page = read(next == null ? request : request.queryParam("cursor", next), "waves?geography=seat")
                    .extract()
                    .jsonPath();
            whole.addAll(page.getList("items.collect { it.poll.pollId + it.question }"));
            next = page.getString("next");
        } while (next != null);

        assertThat(whole).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    }

    @Test
    void aTrendRunsFromTheFirstWaveToTheLast() {
        read(given(), "trends?party=ukip&pollster=Survation&seat=" + ROCHESTER)
                .body("items", hasSize(1))
                .body("items[0].waves", is(2))
                .body("items[0].from", is("2014-10-03"))
                .body("items[0].to", is("2014-10-28"))
                .body("items[0].lead.firstPts", is(9))
                .body("items[0].lead.lastPts", is(15))
                .body("items[0].lead.changePts", is(6))
                .body("items[0].lead.per30DaysPts", is(7.2f))
                .body("items[0].sharesPct.option", hasItem("con"));
    }

    @Test
    void oneWaveHasNoTrend() {
        given().get("/v1/polls/trends?question=constituency&pollster=Lord Ashcroft&seat=" + RealData.CREWE)
                .then()
                .statusCode(409)
                .body("type", is("/problems/trend-needs-two-waves"))
                .body(
                        "detail",
                        is("The constituency question was asked once by Lord Ashcroft, and fieldwork ended on"
                                + " 2015-04-09."));
        read(given(), "trends?pollster=Nobody").body("items", empty());
    }

    @Test
    void smithLeadsSevenOfTheEightAndOfFourThereAreOnlyStatements() {
        read(as(HQ), "groups?party=smith&question=members-ballot&population=party-members&figures=reported")
                .body("seats", is(8))
                .body("groups.group", contains("ahead", "tie", "narrowly-behind", "well-behind"))
                .body("groups.count", contains(7, 0, 0, 1))
                .body("groups[0].seats[0].lead.pts", is(39))
                .body("groups[3].seats[0].poll.seatName", is("Hove"));
        read(as(HQ), "groups?party=smith&question=members-ballot&population=party-members&narrowPts=20")
                .body("groups.count", contains(7, 0, 1, 0));
        read(given(), "groups?party=smith&question=members-ballot&population=party-members")
                .body("seats", is(0))
                .body("noFigures", empty());
    }

    @Test
    void seatsAreGroupedByTheLatestPollOfTheDay() {
        JsonPath groups = json(read(given(), "groups?party=lab&question=constituency&pollster=Lord Ashcroft&tiePts=1"));
        List<Integer> counts = groups.getList("groups.count");

        assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(groups.getInt("seats"));
        assertThat(groups.getList("groups[1].seats.poll.seatName", String.class))
                .as("as published on the day")
                .contains("Rossendale and Darwen", "South Ribble");
        assertThat(groups.getList("groups[0].seats.poll.seatName", String.class))
                .contains("Crewe and Nantwich");
    }

    @Test
    void theMeansOfTheMembersPollsAreThoseOfTheReport() {
        read(as(HQ), "means?population=party-members&question=members-ballot&figures=reported")
                .body("polls", is(8))
                .body("reportedRaw", is(7))
                .body("reportedHeadline", is(1))
                .body("meansPct.option", contains("smith", "corbyn"))
                .body("meansPct.meanPct", contains(51.75f, 35.75f))
                .body("meansPct.n", contains(8, 8));
        read(given(), "means?question=members-ballot&population=party-members")
                .body("polls", is(0))
                .body("meansPct", empty());
    }

    @Test
    void aCorrelationNeverComesWithoutItsInterval() {
        JsonPath found = json(read(
                        given(),
                        "correlation?x=ukip&y=ld&pollster=Lord Ashcroft&question=constituency&geography=seat&latestOnly=true")
                .body("of", is("shares"))
                .body("levelPct", is(95)));

        assertThat(found.getInt("n")).isEqualTo(found.getInt("areas")).isGreaterThan(100);
        assertThat(found.getDouble("r")).isBetween(found.getDouble("rLow"), found.getDouble("rHigh"));
        read(
                        given(),
                        "correlation?x=con&y=lab&pollster=Lord Ashcroft&question=constituency&geography=seat&of=baseline-changes&baseline=ge2010")
                .body("baselineElectionId", is("ge2010"));
        read(
                        given(),
                        "correlation?x=con&y=lab&pollster=Lord Ashcroft&question=constituency&geography=seat&of=wave-changes&"
                                + AFTER_THE_ELECTION)
                .body("of", is("wave-changes"));
    }

    @Test
    void swingsAreSinceTheElectionThatIsAskedFor() {
        read(given(), "swings?baseline=ge2010&pollster=Lord Ashcroft&seat=" + RealData.CREWE)
                .body("baselineBasis", is("actual"))
                .body("items[0].lead.option", is("lab"))
                .body("items[0].lead.samplingSdPts", is(3.68f))
                .body("items[0].swing.from", is("con"))
                .body("items[0].swing.to", is("lab"))
                .body("items[0].swing.pts", is(7.77f))
                .body("items[0].swing.samplingSdPts", is(1.84f));
        read(given(), "swings?baseline=ge2005-notional-2010&pollster=Lord Ashcroft&seat=" + RealData.CREWE)
                .body("baselineBasis", is("notional"))
                .body("items[0].swing.to", is("con"));
        read(given(), "swings?baseline=by-2014-10-09-E14000642&pollster=Lord Ashcroft&seat=" + RealData.CREWE)
                .body("items[0].swing", nullValue())
                .body("items[0].swingMissing", is("result"));
        read(given(), "swings?baseline=ge2010&parties=ukip,lab&pollster=Lord Ashcroft&seat=" + RealData.CREWE)
                .body("items[0].swing.to", is("ukip"));
    }

    @Test
    void moreRememberHearingFromLabour() {
        read(given(), "contact-recall?pollster=Lord Ashcroft")
                .body("areas", is(3))
                .body("compared", is(2))
                .body("ties", is(0))
                .body("parties.party", hasItem("lab"))
                .body("parties.find { it.party == 'lab' }.leads", is(2))
                .body("parties.find { it.party == 'lab' }.meanPct", is(67.5f))
                .body("parties.find { it.party == 'ld' }.n", is(1));
        read(given(), "contact-recall?pollster=Lord Ashcroft&seat=" + ROSSENDALE)
                .body("items[0].leader", is("lab"))
                .body("items[0].leadPts", is(20))
                .body("items[0].ratesPct.party", contains("con", "lab"));
    }

    @Test
    void noRealPollAskedBothQuestionsSoThereIsNoEffectToTell() {
        read(given(), "localisation?pollster=Lord Ashcroft")
                .body("polls", is(0))
                .body("meanEffects", empty())
                .body("items", empty());
    }

    @Test
    void theSameAnswerIsNotSentTwice() {
        String tag =
                given().get("/v1/polls/groups?party=lab&question=constituency").header("ETag");

        given().header("If-None-Match", tag)
                .get("/v1/polls/groups?party=lab&question=constituency")
                .then()
                .statusCode(304);
        given().get("/v1/polls/groups?party=con&question=constituency").then().header("ETag", not(tag));
    }

    private static JsonPath json(ValidatableResponse answer) {
        return answer.extract().jsonPath();
    }
}
