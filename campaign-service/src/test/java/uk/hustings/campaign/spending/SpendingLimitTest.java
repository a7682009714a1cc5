package uk.hustings.campaign.spending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static uk.hustings.campaign.spending.Spending.PATH;
import static uk.hustings.campaign.spending.Spending.pounds;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.hustings.campaign.Campaign;

@QuarkusTest
class SpendingLimitTest {

    private static final String LIMITS = PATH + "/limits";
    private static final String CREWE = "E14000653";

    @BeforeEach
    void awaitReady() {
        Campaign.awaitReady();
    }

    @Test
    void theTableIsFilteredByElectionSeatTypeAndPeriod() {
        Campaign.asHq()
                .get(LIMITS)
                .then()
                .statusCode(200)
                .body("items", hasSize(22))
                .body("items.limitGbp", everyItem(nullValue()));
        Campaign.asHq()
                .get(LIMITS + "?election=ge2015&seatType=burgh")
                .then()
                .body("items.period", contains("long", "short"))
                .body("items.seatType", contains("borough", "borough"))
                .body("items.baseGbp", contains(30_700, 8_700))
                .body("items.pencePerElector", contains(6, 6));
        Campaign.asHq().get(LIMITS + "?election=ge2024&period=long").then().body("items", hasSize(0));
        Campaign.asHq()
                .get(LIMITS + "?election=by-2024-02-15-" + CREWE + "&seatType=county")
                .then()
                .body("items.baseGbp", contains(180_050))
                .body("items[0].lastPollingDay", nullValue())
                .body("items[0].kind", is("by-election"));
        Campaign.asHq()
                .get(LIMITS + "?period=long&seatType=county")
                .then()
                .body("items[2].phasesPct", contains(60, 70, 80, 90, 100));
    }

    @Test
    void theLimitsOfASeatAreInPounds() {
        Response known = Campaign.asHq().get(LIMITS + "?election=ge2015&seat=" + CREWE);
        known.then().statusCode(200).body("items.electorate", contains(79_728, 79_728));
        assertThat(pounds(known, "items[1].limitGbp")).isEqualTo("15875.52");

        Response stated = Campaign.asHq().get(LIMITS + "?election=ge2015&electorate=74737&seat=" + CREWE);
        assertThat(pounds(stated, "items[1].limitGbp")).isEqualTo("15426.33");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "election=ge2011",
                "seatType=district",
                "period=medium",
                "seat=nowhere",
                "electorate=74737",
                "electorate=0&seat=" + CREWE,
                "electorate=1000001&seat=" + CREWE,
                "election=by-2014-11-20-E14000900&seat=" + CREWE,
                "limit=201"
            })
    void aParameterThatCannotBeAcceptedIsRefused(String query) {
        Campaign.asHq()
                .get(LIMITS + "?" + query)
                .then()
                .statusCode(400)
                .body("type", is("/problems/invalid-parameter"));
    }
}
