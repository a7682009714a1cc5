package uk.hustings.campaign.spending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static uk.hustings.campaign.spending.Spending.EXPENSES;
import static uk.hustings.campaign.spending.Spending.HQ;
import static uk.hustings.campaign.spending.Spending.PATH;
import static uk.hustings.campaign.spending.Spending.change;
import static uk.hustings.campaign.spending.Spending.expense;
import static uk.hustings.campaign.spending.Spending.record;
import static uk.hustings.campaign.spending.Spending.recorded;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.hustings.campaign.Campaign;
import uk.hustings.test.Tokens;

/** Who sees and records which expenses. */
@QuarkusTest
class SpendingAccessTest {

    private static final String NORTH_AYRSHIRE = "S14000048";
    private static final String FIFE = "S14000049";
    private static final String SCOTLAND = "S92000003";
    private static final String REASON = "{\"reason\":\"As it turned out\"}";

    private static final String ORGANISER =
            Tokens.member("local-organiser", "north-ayrshire-and-arran", NORTH_AYRSHIRE);
    private static final String CANVASSER = Tokens.member("canvasser", "north-ayrshire-and-arran", NORTH_AYRSHIRE);
    private static final String REGIONAL =
            Tokens.of("scotland").role("regional-organiser").region(SCOTLAND).sign();
    private static final String ANALYST = Tokens.of("analyst").role("analyst").sign();

    private static boolean founded;

    @BeforeEach
    void foundLocalParties() {
        if (!founded) {
            Campaign.found("north-ayrshire-and-arran", "North Ayrshire and Arran", SCOTLAND, NORTH_AYRSHIRE);
            Campaign.found("north-east-fife", "North East Fife", SCOTLAND, FIFE);
            founded = true;
        }
    }

    @Test
    void aLocalOrganiserRecordsExpensesOfTheirLocalPartyInTheirSeat() {
        record(ORGANISER, NORTH_AYRSHIRE, "declared", "20")
                .then()
                .statusCode(201)
                .body("expense.localParty", is("north-ayrshire-and-arran"))
                .body("expense.recordedBy", is("local-organiser-of-north-ayrshire-and-arran"));
        record(ORGANISER, FIFE, "declared", "20")
                .then()
                .statusCode(403)
                .body("type", is("/problems/seat-out-of-reach"));
        Campaign.post(
                        ORGANISER,
                        EXPENSES,
                        expense(NORTH_AYRSHIRE, "declared", "20")
                                .replace("\"day\"", "\"localParty\":\"north-east-fife\",\"day\""))
                .then()
                .statusCode(403)
                .body("type", is("/problems/seat-out-of-reach"));
        record(CANVASSER, NORTH_AYRSHIRE, "declared", "20")
                .then()
                .statusCode(403)
                .body("type", is("/problems/forbidden"));
        record(ANALYST, NORTH_AYRSHIRE, "declared", "20").then().statusCode(403);
        record(REGIONAL, FIFE, "declared", "20").then().statusCode(201).body("expense.localParty", nullValue());
        record(REGIONAL, "E14000653", "declared", "20").then().statusCode(403);
    }

    @Test
    void anExpenseOutOfReachIsNotThere() {
        String elsewhere = recorded(FIFE, "committed", "20");

        Campaign.as(ORGANISER).get(EXPENSES + "/" + elsewhere).then().statusCode(404);
        for (String step : new String[] {"declaration", "release", "withdrawal"}) {
            change(ORGANISER, elsewhere, step, REASON).then().statusCode(404);
        }
        change(ORGANISER, elsewhere, "correction", """
                        {"revision":0,"category":"staff","period":"short","paidGbp":1,"day":"2015-04-14","reason":"No"}""").then().statusCode(404);
        Campaign.as(ORGANISER).get(PATH + "/seats/" + FIFE).then().statusCode(403);
        Campaign.as(ORGANISER).get(PATH + "/limits?seat=" + FIFE).then().statusCode(403);
        Campaign.as(ORGANISER)
                .get(EXPENSES + "?limit=200")
                .then()
                .statusCode(200)
                .body("items.seatCode", everyItem(is(NORTH_AYRSHIRE)));
        Campaign.as(ORGANISER).get(EXPENSES + ".csv").then().body(not(containsString(FIFE)));
        Campaign.as(ANALYST).get(EXPENSES + "/" + elsewhere).then().statusCode(200);
        Campaign.as(ANALYST).get(EXPENSES + "?seat=" + FIFE).then().body("items.expenseId", hasItem(elsewhere));
        Campaign.asHq().get(EXPENSES + "/" + UUID.randomUUID()).then().statusCode(404);
        Campaign.asHq().get(PATH + "/seats/S14999999").then().statusCode(404);
    }

    @Test
    void aLocalOrganiserLeavesTheNationalPartysExpensesAsTheyAre() {
        String national = recorded(NORTH_AYRSHIRE, "committed", "20");

        change(ORGANISER, national, "release", REASON)
                .then()
                .statusCode(403)
                .body("type", is("/problems/seat-out-of-reach"));
        Campaign.as(ORGANISER).get(EXPENSES + "/" + national).then().statusCode(200);
        change(HQ, national, "release", REASON).then().statusCode(200);
    }

    @Test
    void theListIsPagedAndFiltered() {
        String seat = "S14000050";
        for (int n = 1; n <= 3; n++) {
            recorded(seat, "declared", n + ".50");
        }
        recorded(seat, "committed", "9");
        String next = Campaign.asHq()
                .get(EXPENSES + "?limit=2&status=declared&seat=" + seat)
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].paidGbp", is(3.5f))
                .body("next", notNullValue())
                .extract()
                .path("next");

        Campaign.asHq()
                .get(EXPENSES + "?limit=2&status=declared&seat=" + seat + "&cursor=" + next)
                .then()
                .body("items", hasSize(1))
                .body("items[0].paidGbp", is(1.5f))
                .body("next", nullValue());
        Campaign.asHq()
                .get(EXPENSES + "?limit=2&seat=" + seat + "&cursor=" + next)
                .then()
                .statusCode(400);
        Campaign.asHq().get(EXPENSES + "?category=staff&seat=" + seat).then().body("items", hasSize(0));
        Campaign.asHq().get(EXPENSES + "?category=sweets").then().statusCode(400);
        Campaign.asHq().get(EXPENSES + "?election=ge2011").then().statusCode(400);
        String csv = Campaign.asHq()
                .get(EXPENSES + ".csv?election=ge2015&period=short&seat=" + seat)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
        assertThat(csv.lines())
                .hasSize(5)
                .element(0)
                .asString()
                .startsWith("expenseId,seatCode,election,localParty,reference,status,category,period,paidGbp");
    }
}
