package uk.hustings.campaign.spending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static uk.hustings.campaign.spending.Spending.HQ;
import static uk.hustings.campaign.spending.Spending.PATH;
import static uk.hustings.campaign.spending.Spending.csv;
import static uk.hustings.campaign.spending.Spending.ofShortCampaign;
import static uk.hustings.campaign.spending.Spending.pounds;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.hustings.campaign.Campaign;
import uk.hustings.test.Tokens;

/** What candidates declared at past elections, in seats of Northern Ireland. */
@QuarkusTest
class SpendingReturnTest {

    private static final String RETURNS = PATH + "/returns";
    private static final String IMPORTS = RETURNS + "/imports";
    private static final String HEADER =
            "election,seatCode,party,candidate,period,electorate,limitGbp,totalGbp,staffGbp,transportGbp,source\n";

    @BeforeEach
    void awaitReady() {
        Campaign.awaitReady();
    }

    @Test
    void returnsOfAllPartiesAreHistoryAndCountAgainstNoLimit() {
        String seat = "N06000012";
        String file = HEADER
                + "ge2015,%s,lab,Ann O'Neill,short,60000,14100.00,14100.01,9.5,,Electoral Commission\n".formatted(seat)
                + "ge2015,%s,lab,Ann O'Neill,long,60000,36100.00,30,,,Electoral Commission\n".formatted(seat)
                + "ge2010,%s,sdlp,Bob Boyd,short,0,0,77.7,70,70,Electoral Commission\n".formatted(seat);

        csv(HQ, IMPORTS, file).then().statusCode(201).body("created", is(3));
        csv(HQ, IMPORTS, file).then().statusCode(201).body("created", is(0)).body("unchanged", is(3));
        csv(HQ, IMPORTS, file.replace("77.7", "77.8"))
                .then()
                .statusCode(409)
                .body("type", is("/problems/already-recorded"))
                .body("returns", contains("ge2010 N06000012 sdlp Bob Boyd short"));

        assertThat(ofShortCampaign(seat, "declaredGbp"))
                .as("our own, at the current election")
                .isEqualTo("0.00");
        Response listed = Campaign.asHq().get(RETURNS + "?seat=" + seat);
        listed.then()
                .statusCode(200)
                .body("items.election", contains("ge2010", "ge2015", "ge2015"))
                .body("items.period", contains("short", "long", "short"))
                .body("items.overLimit", contains(false, false, true))
                .body("items[0].advertisingGbp", nullValue());
        assertThat(pounds(listed, "items[2].totalGbp")).isEqualTo("14100.01");
        assertThat(pounds(listed, "items[0].staffGbp"))
                .as("the categories need not add up to the total")
                .isEqualTo("70.00");
        Campaign.asHq().get(RETURNS + "?overLimit=true&seat=" + seat).then().body("items", hasSize(1));
        Campaign.asHq().get(RETURNS + "?overLimit=false&seat=" + seat).then().body("items", hasSize(2));
        Campaign.asHq().get(RETURNS + "?party=sdlp&seat=" + seat).then().body("items", hasSize(1));
        Campaign.asHq()
                .get(RETURNS + "?period=long&election=ge2015&seat=" + seat)
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void theListIsPagedAndTheExportCanBeImported() {
        String seat = "N06000013";
        StringBuilder file = new StringBuilder(HEADER);
        for (String name : new String[] {"Éamon", "anne", "Zoë", "Bob"}) {
            file.append("ge2015,%s,other,%s,short,,,1.25,,,Electoral Commission\n".formatted(seat, name));
        }
        csv(HQ, IMPORTS, file.toString()).then().statusCode(201).body("created", is(4));

        String next = Campaign.asHq()
                .get(RETURNS + "?limit=3&seat=" + seat)
                .then()
                .body("items", hasSize(3))
                .body("next", notNullValue())
                .extract()
                .path("next");
        Campaign.asHq()
                .get(RETURNS + "?limit=3&seat=" + seat + "&cursor=" + next)
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue());
        String exported = Campaign.asHq()
                .get(RETURNS + ".csv?seat=" + seat)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
        assertThat(exported.lines()).hasSize(5);
        csv(HQ, IMPORTS, exported).then().statusCode(201).body("unchanged", is(4));
    }

    @Test
    void everyFaultOfAFileIsNamedAndNothingIsWritten() {
        String seat = "N06000014";
        csv(
                        HQ,
                        IMPORTS,
                        HEADER
                                + "ge2015,%s,lab,Ann,short,,,1,,,Electoral Commission\n".formatted(seat)
                                + "ge2015,%s,lab,Ann,short,,,2,,,Electoral Commission\n".formatted(seat)
                                + "ge2011,%s,lab,Ann,short,,,,,,\n".formatted(seat)
                                + "ge2017,%s,,Ann,long,-1,1000000.01,1.001,-1,,Electoral Commission\n".formatted(seat)
                                + "ge2015,N06999999,lab,Ann,short,1000001,,1,,,Electoral Commission\n")
                .then()
                .statusCode(422)
                .body("errors.findAll { it.row == 3 }.pointer", contains("/candidate"))
                .body("errors.findAll { it.row == 4 }.pointer", hasItems("/election", "/totalGbp", "/source"))
                .body(
                        "errors.findAll { it.row == 5 }.pointer",
                        hasItems("/party", "/period", "/electorate", "/limitGbp", "/totalGbp", "/staffGbp"))
                .body("errors.findAll { it.row == 6 }.pointer", hasItems("/seatCode", "/electorate"));
        Campaign.asHq().get(RETURNS + "?seat=" + seat).then().body("items", hasSize(0));
        Campaign.asHq().get(RETURNS + "?cursor=nonsense").then().statusCode(400);
    }

    @Test
    void aLocalOrganiserReadsAllReturnsAndAddsThoseOfTheirSeat() {
        Campaign.found("west-dunbartonshire", "West Dunbartonshire", "S92000003", "S14000059");
        String organiser = Tokens.member("local-organiser", "west-dunbartonshire", "S14000059");
        String row = "ge2010,%s,lab,Ann,short,,,1,,,Electoral Commission\n";

        csv(organiser, IMPORTS, HEADER + row.formatted("S14000059")).then().statusCode(201);
        csv(organiser, IMPORTS, HEADER + row.formatted("N06000015"))
                .then()
                .statusCode(403)
                .body("seatCodes", contains("N06000015"));
        csv(HQ, IMPORTS, HEADER + row.formatted("N06000015")).then().statusCode(201);
        Campaign.as(organiser)
                .get(RETURNS + "?seat=N06000015")
                .then()
                .statusCode(200)
                .body("items.seatCode", hasItem("N06000015"));
    }

    /** Those of Great Britain: other tests count what there is in Northern Ireland. */
    @ParameterizedTest
    @CsvSource({"2010, 3923, 6", "2015, 3833, 8"})
    void theReturnsOfAnElectionAreLoadedWithTheirOverspends(int year, int candidates, int overspends)
            throws IOException {
        Path published = Path.of("..", "data", "spending", "candidate_spending_%d.csv".formatted(year));
        StringBuilder file = new StringBuilder(HEADER);
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(published)) {
            rows.stream().filter(row -> !row.getField("ons_id").startsWith("N")).forEach(row -> Stream.of(
                            "long", "short")
                    .forEach(period -> file.append("ge%d,%s,%s,\"%s %s\",%s,%s,%s,%s,%s,%s,Electoral Commission\n"
                            .formatted(
                                    year,
                                    row.getField("ons_id"),
                                    row.getField("party"),
                                    row.getField("forename"),
                                    row.getField("surname"),
                                    period,
                                    row.getField("electorate"),
                                    row.getField(period + "_limit_gbp"),
                                    row.getField(period + "_spend_gbp"),
                                    row.getField(period + "_agent_and_staff_gbp"),
                                    row.getField(period + "_transport_gbp")))));
        }

        csv(HQ, IMPORTS, file.toString()).then().statusCode(201).body("created", is(2 * candidates));
        Campaign.asHq()
                .get(RETURNS + "?limit=200&overLimit=true&election=ge" + year)
                .then()
                .body("items.findAll { !it.seatCode.startsWith('N') }", hasSize(overspends));
    }

    @Test
    void aFileHasTwentyThousandReturnsAtTheMost() {
        StringBuilder file = new StringBuilder(HEADER);
        for (int n = 0; n <= 20_000; n++) {
            file.append("ge2015,N06000016,other,Candidate ").append(n).append(",short,,,1,,,Electoral Commission\n");
        }
        csv(HQ, IMPORTS, file.toString()).then().statusCode(413);
        csv(HQ, IMPORTS, file.substring(0, file.lastIndexOf("ge2015")))
                .then()
                .statusCode(201)
                .body("created", is(20_000));
    }
}
