package uk.hustings.campaign.spending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static uk.hustings.campaign.spending.Spending.EXPENSES;
import static uk.hustings.campaign.spending.Spending.HQ;
import static uk.hustings.campaign.spending.Spending.PATH;
import static uk.hustings.campaign.spending.Spending.csv;
import static uk.hustings.campaign.spending.Spending.ofShortCampaign;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.hustings.campaign.Campaign;
import uk.hustings.test.Tokens;

@QuarkusTest
class ExpenseImportTest {

    private static final String IMPORTS = PATH + "/imports";
    private static final String HEADER = "seatCode,category,period,status,paidGbp,day,reference,supplier\n";

    @BeforeEach
    void awaitReady() {
        Campaign.awaitReady();
    }

    @Test
    void aFileIsRecordedWholeAndTheSameAgainChangesNothing() {
        String seat = "S14000052";
        String file = HEADER
                + "%1$s,advertising,short,committed,1250.00,2015-04-14,INV-1,\"Smith, Jones\"\n".formatted(seat)
                + "%1$s,transport,long,declared,310.5,2015-03-01,INV-2,\n".formatted(seat);

        csv(HQ, IMPORTS, file).then().statusCode(201).body("created", is(2)).body("unchanged", is(0));
        csv(HQ, IMPORTS, file).then().statusCode(201).body("created", is(0)).body("unchanged", is(2));
        csv(HQ, IMPORTS, file.replace("310.5", "311"))
                .then()
                .statusCode(409)
                .body("type", is("/problems/already-recorded"))
                .body("errors.row", contains(3));
        Campaign.asHq()
                .get(EXPENSES + "?seat=" + seat)
                .then()
                .body("items", hasSize(2))
                .body("items.supplier", hasItems("Smith, Jones"));
        assertThat(ofShortCampaign(seat, "committedGbp")).isEqualTo("1250.00");
    }

    @Test
    void everyFaultOfAFileIsNamedAndNothingIsWritten() {
        String seat = "S14000053";
        String file = HEADER
                + "%s,advertising,short,committed,1250.00,2015-04-14,INV-1,\n".formatted(seat)
                + "%s,sweets,short,committed,a lot,2015-04-14,INV-1,\n".formatted(seat)
                + "S14999999,advertising,short,declared,1,2015-04-15,,\n"
                + "%s,advertising,short,committed,-1,,INV-1,\n".formatted(seat);

        csv(HQ, IMPORTS, file)
                .then()
                .statusCode(422)
                .body("errors.findAll { it.row == 3 }.pointer", hasItems("/category", "/paidGbp"))
                .body("errors.findAll { it.row == 3 && it.pointer == '/paidGbp' }", hasSize(1))
                .body("errors.findAll { it.row == 4 }.pointer", hasItems("/seatCode", "/day"))
                .body("errors.findAll { it.row == 5 }.pointer", hasItems("/paidGbp", "/day"));
        csv(
                        HQ,
                        IMPORTS,
                        HEADER
                                + "%1$s,staff,short,declared,1,2015-04-14,A,\n%1$s,staff,short,declared,2,2015-04-14,A,\n"
                                        .formatted(seat))
                .then()
                .statusCode(422)
                .body("errors.detail", contains("is in line 2 already"));
        csv(HQ, IMPORTS, "no,such,columns\n1,2,3\n").then().statusCode(400);
        Campaign.asHq().get(EXPENSES + "?seat=" + seat).then().body("items", empty());
    }

    @Test
    void commitmentsThatDoNotFitTogetherAreRefusedAndDeclarationsOverTheLimitAreReported() {
        String seat = "S14000056";
        // A burgh of 76,408 electors: 13,284.48 pounds.
        String file = HEADER
                + "%s,staff,short,declared,8000,2015-04-14,,\n".formatted(seat)
                + "%s,staff,short,committed,5000,2015-04-14,,\n".formatted(seat);

        csv(HQ, IMPORTS, file + "%s,staff,short,committed,284.49,2015-04-14,,\n".formatted(seat))
                .then()
                .statusCode(409)
                .body("type", is("/problems/spending-limit-exceeded"))
                .body("errors.row", contains(4))
                .body("errors[0].detail", containsString("£284.48"));
        assertThat(ofShortCampaign(seat, "headroomGbp")).isEqualTo("13284.48");
        csv(HQ, IMPORTS, file + "%s,staff,short,declared,284.49,2015-04-14,,\n".formatted(seat))
                .then()
                .statusCode(201)
                .body("created", is(3))
                .body("warnings", contains(containsString("line 4: exceeds the headroom")));
        Campaign.asHq().get(PATH + "/seats/" + seat).then().body("flags.flag", contains("over-committed"));
    }

    @Test
    void aListIsRecordedAsAFileIs() {
        String item = """
                {"seatCode":"N06000009","category":"%s","period":"short","status":"committed","paidGbp":10,"day":"2015-04-14"}""";

        Campaign.post(
                        HQ,
                        IMPORTS + ".json",
                        "{\"expenses\":[%s,%s]}".formatted(item.formatted("staff"), item.formatted("sweets")))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/expenses/1/category"));
        Campaign.post(HQ, IMPORTS + ".json", "{\"expenses\":[]}").then().statusCode(422);
        Campaign.post(
                        HQ,
                        IMPORTS + ".json",
                        "{\"expenses\":[%s,%s]}".formatted(item.formatted("staff"), item.formatted("staff")))
                .then()
                .statusCode(201)
                .body("created", is(2));
        assertThat(ofShortCampaign("N06000009", "committedGbp")).isEqualTo("20.00");
    }

    @Test
    void seatsOutOfReachAreNamedAndNothingIsWritten() {
        Campaign.found("expense-import", "Perth and North Perthshire", "S92000003", "S14000054");
        String organiser = Tokens.member("local-organiser", "expense-import", "S14000054");

        csv(
                        organiser,
                        IMPORTS,
                        HEADER
                                + "S14000054,staff,short,declared,1,2015-04-14,,\nN06000010,staff,short,declared,1,2015-04-14,,\n")
                .then()
                .statusCode(403)
                .body("type", is("/problems/seat-out-of-reach"))
                .body("seatCodes", contains("N06000010"));
        csv(organiser, IMPORTS, HEADER + "S14000054,staff,short,declared,1,2015-04-14,,\n")
                .then()
                .statusCode(201);
        Campaign.asHq().get(EXPENSES + "?seat=S14000054").then().body("items.localParty", contains("expense-import"));
    }

    @Test
    void aFileHasFiveThousandExpensesAtTheMost() {
        String row = "N06000011,staff,short,declared,0.01,2015-04-14,,\n";

        csv(HQ, IMPORTS, HEADER + row.repeat(5_001)).then().statusCode(413);
        csv(HQ, IMPORTS, HEADER + row.repeat(5_000)).then().statusCode(201).body("created", is(5_000));
        assertThat(ofShortCampaign("N06000011", "declaredGbp")).isEqualTo("50.00");
    }
}
