package uk.hustings.seats;

import static io.restassured.RestAssured.get;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What everybody knows of the real elections and seats, asked of the service. */
@QuarkusTest
class FactsTest {

    @BeforeEach
    void importRealData() {
        Imported.once();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ge2010 | con 306, lab 258, ld 57, dup 8, snp 6, sf 5, pc 3, sdlp 3, apni 1, green 1, ind 1, spk 1
            ge2015 | con 330, lab 232, snp 56, dup 8, ld 8, sf 4, pc 3, sdlp 3, uup 2, green 1, ukip 1, ind 1, spk 1
            ge2017 | con 317, lab 262, snp 35, ld 12, dup 10, sf 7, pc 4, green 1, ind 1, spk 1
            ge2019 | con 365, lab 202, snp 48, ld 11, dup 8, sf 7, pc 4, sdlp 2, apni 1, green 1, spk 1
            ge2024 | lab 411, con 121, ld 72, snp 9, sf 7, ind 6, dup 5, reform 5, green 4, pc 4, sdlp 2, apni 1, tuv 1, uup 1, spk 1
            """)
    void theSeatsThatEachPartyWon(String election, String seats) {
        assertThat(seatsWon(election)).isEqualTo(numbers(seats));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ge2005-notional-2010 | lab 348, con 210, ld 62, dup 9, snp 6, sf 5, sdlp 3, pc 2, uup 1, respect 1, khhc 1, ind 1, spk 1
            ge2019-notional-2024 | con 372, lab 200, snp 48, dup 8, ld 8, sf 7, pc 2, sdlp 2, apni 1, green 1, spk 1
            """)
    void theSeatsThatEachPartyWouldHaveWonOnLaterBoundaries(String election, String seats) {
        assertThat(seatsWon(election)).isEqualTo(numbers(seats));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ge2010 | con 10703654, lab 8606517, ld 6836248, ukip 919471, snp 491386, green 285612, pc 165394
            ge2015 | con 11299609, lab 9347273, ukip 3881099, ld 2415916, snp 1454436, green 1157630, pc 181704
            ge2017 | con 13636684, lab 12877918, ld 2371861, snp 977568, ukip 594068, green 525665, pc 164466
            ge2019 | con 13966454, lab 10269051, ld 3696419, snp 1242380, green 865715, brexit 644257, pc 153265
            ge2024 | lab 9708716, con 6828925, reform 4117610, ld 3519143, green 1944501, snp 724758, pc 194811
            """)
    void theVotesOfTheWholeCountry(String election, String votes) {
        Map<String, Long> counted = results(election).stream()
                .flatMap(result -> candidates(result).stream())
                .collect(groupingBy(
                        candidate -> (String) candidate.get("party"),
                        summingLong(candidate -> number(candidate.get("votes")))));

        assertThat(counted).containsAllEntriesOf(numbers(votes));
    }

    @ParameterizedTest
    @CsvSource({"ge2010, 65.1", "ge2015, 66.2", "ge2017, 68.8", "ge2019, 67.3"})
    void theTurnoutOfTheWholeCountry(String election, double pct) {
        List<Map<String, Object>> results = results(election);
        long votes = results.stream()
                .mapToLong(result -> number(result.get("validVotes")))
                .sum();
        long electorate = results.stream()
                .mapToLong(result -> number(result.get("electorate")))
                .sum();

        assertThat(100.0 * votes / electorate).isCloseTo(pct, within(0.05));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "vacant", textBlock = """
            E14000642, Clacton, 2014-08-28, con
            E14000642, Clacton, 2014-08-29, vacant
            E14000642, Clacton, 2014-10-08, vacant
            E14000642, Clacton, 2014-10-09, ukip
            E14000642, Clacton, 2015-05-07, ukip
            E14000898, Rochester and Strood, 2014-09-29, con
            E14000898, Rochester and Strood, 2014-09-30, vacant
            E14000898, Rochester and Strood, 2014-11-19, vacant
            E14000898, Rochester and Strood, 2014-11-20, ukip
            E14000898, Rochester and Strood, 2015-05-07, con
            W07000068, Brecon and Radnorshire, 2019-06-20, con
            W07000068, Brecon and Radnorshire, 2019-06-21, vacant
            W07000068, Brecon and Radnorshire, 2019-08-01, ld
            W07000068, Brecon and Radnorshire, 2019-12-12, con
            E14000897, Rochdale, 2024-01-16, lab
            E14000897, Rochdale, 2024-01-17, vacant
            E14000897, Rochdale, 2024-02-29, wpb
            E14000978, Streatham, 2019-02-17, lab
            E14000978, Streatham, 2019-02-18, ind
            E14000978, Streatham, 2019-06-13, ld
            E14000978, Streatham, 2019-12-12, lab
            E14000535, Ashfield, 2024-03-11, reform
            E14000608, Buckingham, 2015-05-07, spk
            """)
    void whoHeldASeatOnADay(String seatCode, String name, String day, String holder) {
        get("/v1/seats/%s?boundarySet=2010&asOf=%s".formatted(seatCode, day))
                .then()
                .statusCode(200)
                .body("name", is(name))
                .body("holder", is(holder));
    }

    @Test
    void clactonChangedHandsThreeTimesWithoutAGeneralElectionTellingSo() {
        get("/v1/seats/E14000642/history?asOf=2019-12-12")
                .then()
                .statusCode(200)
                .body(
                        "items.day",
                        contains("2010-05-06", "2014-08-29", "2014-10-09", "2015-05-07", "2017-06-08", "2019-12-12"))
                .body("items.kind", contains("general", "vacancy", "by-election", "general", "general", "general"))
                .body("items.holder", contains("con", null, "ukip", "ukip", "con", "con"));
    }

    @Test
    void aWritOrdersAByElection() {
        get("/v1/elections/by-2014-11-20-E14000898").then().body("writDay", is("2014-10-14"));
    }

    @Test
    void theTwoBoundarySetsFollowEachOther() {
        get("/v1/boundary-sets")
                .then()
                .statusCode(200)
                .body("items.findAll { it.inForceFrom != null }.boundarySet", contains("2010", "2024"))
                .body("items.findAll { it.inForceFrom != null }.seats", contains(650, 650))
                .body("items.findAll { it.inForceFrom != null }.inForceFrom", contains("2010-05-06", "2024-07-04"))
                .body("items.findAll { it.inForceFrom != null }.inForceTo", contains("2024-07-03", null));
    }

    @Test
    void sheffieldHallamHasSevenNeighboursTheLongestBoundaryFirst() {
        get("/v1/seats/E14000922/neighbours?boundarySet=2010")
                .then()
                .statusCode(200)
                .body(
                        "items.name",
                        contains(
                                "Derbyshire Dales",
                                "Penistone and Stocksbridge",
                                "North East Derbyshire",
                                "Sheffield Central",
                                "High Peak",
                                "Sheffield, Heeley",
                                "Sheffield, Brightside and Hillsborough"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "E14000762?boundarySet=2010",
                "S14000027?boundarySet=2010",
                "S14000051?boundarySet=2010",
                "W07000041?boundarySet=2010",
                "S14000027?boundarySet=2024",
                "S14000051?boundarySet=2024",
                "W07000112?boundarySet=2024",
            })
    void anIslandHasNoNeighbours(String island) {
        String[] seat = island.split("\\?");

        get("/v1/seats/%s/neighbours?%s".formatted(seat[0], seat[1]))
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void theIsleOfWightBecameTwoSeats() {
        JsonPath successors = get("/v1/seats/E14000762/successors").jsonPath();

        assertThat(successors.getList("items.name", String.class))
                .containsExactly("Isle of Wight West", "Isle of Wight East");
        assertThat(successors.getDouble("items[0].population.ofThisSeat")).isCloseTo(0.506, within(0.0005));
        assertThat(successors.getDouble("items[0].population.ofOtherSeat")).isEqualTo(1);
    }

    /** Asked of those whose names come first; that it is so of all is shown of the file itself. */
    @Test
    void aSeatOf2010PassedWhollyIntoSeatsOf2024() {
        List<String> seats = get("/v1/seats?boundarySet=2010&limit=40").path("items.seatCode");

        assertThat(seats).hasSize(40).allSatisfy(seat -> {
            JsonPath successors = get("/v1/seats/%s/successors?boundarySet=2010".formatted(seat))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            for (String measure : List.of("population", "dwellings", "area")) {
                assertThat(successors.getList("items.%s.ofThisSeat".formatted(measure), Double.class).stream()
                                .mapToDouble(Double::doubleValue)
                                .sum())
                        .isCloseTo(1, within(1e-6));
            }
        });
    }

    private static Map<String, Long> seatsWon(String election) {
        return results(election).stream().collect(groupingBy(result -> (String) result.get("winner"), counting()));
    }

    private static List<Map<String, Object>> results(String election) {
        return all("/v1/elections/%s/results?limit=200".formatted(election));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> candidates(Map<String, Object> result) {
        return (List<Map<String, Object>>) result.get("candidates");
    }

    /** The items of every page, from the first to the last. */
    private static List<Map<String, Object>> all(String path) {
        List<Map<String, Object>> found = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = get(path + (cursor == null ? "" : "&cursor=" + cursor))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            found.addAll(page.getList("items"));
            cursor = page.getString("next");
        } while (cursor != null);
        return found;
    }

    /** For example {@code con 306, lab 258}. */
    private static Map<String, Long> numbers(String text) {
        return Arrays.stream(text.split(", "))
                .map(entry -> entry.split(" "))
                .collect(toMap(entry -> entry[0], entry -> Long.valueOf(entry[1])));
    }

    private static long number(Object json) {
        return ((Number) json).longValue();
    }
}
