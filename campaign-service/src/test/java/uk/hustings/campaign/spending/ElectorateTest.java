package uk.hustings.campaign.spending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static uk.hustings.campaign.spending.Spending.HQ;
import static uk.hustings.campaign.spending.Spending.PATH;
import static uk.hustings.campaign.spending.Spending.csv;
import static uk.hustings.campaign.spending.Spending.ofShortCampaign;
import static uk.hustings.campaign.spending.Spending.record;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.hustings.campaign.Campaign;
import uk.hustings.test.Tokens;

/** Limits rest on the register that the law names, once somebody has stated it. */
@QuarkusTest
class ElectorateTest {

    private static final String IMPORTS = PATH + "/electorates/imports";
    private static final String HEADER = "election,seatCode,electorate,source\n";

    @BeforeEach
    void awaitReady() {
        Campaign.awaitReady();
    }

    @Test
    void theNewestStatedElectorateDecidesTheLimit() {
        String seat = "N06000017";
        Campaign.asHq().get(PATH + "/seats/" + seat).then().body("electorateSource", nullValue());
        String file = HEADER + "ge2015,%s,60000,Register of 30 March 2015\n".formatted(seat);

        csv(HQ, IMPORTS, file).then().statusCode(201).body("created", is(1));
        csv(HQ, IMPORTS, file).then().statusCode(201).body("created", is(0)).body("unchanged", is(1));
        Campaign.asHq()
                .get(PATH + "/seats/" + seat)
                .then()
                .body("electorate", is(60_000))
                .body("electorateSource", is("Register of 30 March 2015"));
        Campaign.asHq()
                .get(PATH + "/limits?election=ge2015&period=short&seat=" + seat)
                .then()
                .body("items.electorate", contains(60_000));
        assertThat(ofShortCampaign(seat, "limitGbp")).isEqualTo("14100.00");
        record(HQ, seat, "committed", "14100.01").then().statusCode(409);
        record(HQ, seat, "committed", "14100.00").then().statusCode(201);

        csv(HQ, IMPORTS, file.replace(",60000,", ",59000,"))
                .then()
                .statusCode(201)
                .body("created", is(1));
        assertThat(ofShortCampaign(seat, "headroomGbp")).isEqualTo("-90.00");
        Campaign.asHq().get(PATH + "/seats/" + seat).then().body("flags.flag", contains("over-committed"));
        csv(HQ, IMPORTS, file).then().statusCode(201).body("created", is(1));
        assertThat(ofShortCampaign(seat, "headroomGbp")).as("corrected back").isEqualTo("0.00");
    }

    @Test
    void everyFaultOfAFileIsNamedAndNothingIsWritten() {
        String seat = "N06000018";
        csv(
                        HQ,
                        IMPORTS,
                        HEADER
                                + "ge2015,%s,1,A\n".formatted(seat)
                                + "ge2015,%s,2,A\n".formatted(seat)
                                + "ge2011,%s,0,\n".formatted(seat)
                                + "ge2010,N06999999,1000001,A\n")
                .then()
                .statusCode(422)
                .body("errors.findAll { it.row == 3 }.pointer", contains("/seatCode"))
                .body("errors.findAll { it.row == 4 }.pointer", hasItems("/election", "/electorate", "/source"))
                .body("errors.findAll { it.row == 5 }.pointer", hasItems("/seatCode", "/electorate"));
        Campaign.asHq().get(PATH + "/seats/" + seat).then().body("electorateSource", nullValue());
        csv(HQ, IMPORTS, HEADER + "ge2010,%1$s,1,A\nge2017,%1$s,1000000,A\n".formatted(seat))
                .then()
                .statusCode(201);
    }

    @Test
    void nobodyBelowHeadquartersRaisesALimitByStatingAnElectorate() {
        Campaign.found("west-dunbartonshire", "West Dunbartonshire", "S92000003", "S14000059");
        String row = HEADER + "ge2010,S14000059,1000000,A\n";

        csv(Tokens.member("local-organiser", "west-dunbartonshire", "S14000059"), IMPORTS, row)
                .then()
                .statusCode(403);
        csv(
                        Tokens.of("region-scotland")
                                .role("regional-organiser")
                                .region("S92000003")
                                .sign(),
                        IMPORTS,
                        row)
                .then()
                .statusCode(403);
        Campaign.asHq()
                .get(PATH + "/seats/S14000059?election=ge2010")
                .then()
                .statusCode(200)
                .body("electorateSource", nullValue());
        csv(HQ, IMPORTS, HEADER + "ge2010,S14000059,66085,A\n").then().statusCode(201);
    }
}
