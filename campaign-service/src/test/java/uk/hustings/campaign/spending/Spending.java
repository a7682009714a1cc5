package uk.hustings.campaign.spending;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import uk.hustings.campaign.Campaign;
import uk.hustings.test.Tokens;

/** What the tests of spending do with the running service. */
final class Spending {

    static final String PATH = "/v1/campaign/spending";
    static final String EXPENSES = PATH + "/expenses";
    static final String HQ = Tokens.nationalOrganiser();

    private Spending() {}

    /** An expense of the short campaign on transport, as JSON. */
    static String expense(String seat, String status, String pounds) {
        return """
                {"seatCode":"%s","category":"transport","period":"short","status":"%s","paidGbp":%s,"day":"2015-04-14"}
                """.formatted(seat, status, pounds);
    }

    static Response record(String token, String seat, String status, String pounds) {
        return Campaign.post(token, EXPENSES, expense(seat, status, pounds));
    }

    /** @return id of the expense */
    static String recorded(String seat, String status, String pounds) {
        Response answer = record(HQ, seat, status, pounds);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.path("expense.expenseId");
    }

    static Response change(String token, String expense, String step, String json) {
        return Campaign.post(token, EXPENSES + "/" + expense + "/" + step, json);
    }

    static Response csv(String token, String path, String body) {
        return Campaign.as(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/csv")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(path);
    }

    /** Numbers as they are written, to the penny. */
    static JsonPath exact(Response answer) {
        return answer.jsonPath(JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.BIG_DECIMAL));
    }

    static BigDecimal pounds(Response answer, String path) {
        return new BigDecimal(exact(answer).get(path).toString());
    }

    /** A figure of the short campaign of a seat, for example {@code headroomGbp}. */
    static BigDecimal ofShortCampaign(String seat, String figure) {
        Response answer = Campaign.asHq().get(PATH + "/seats/" + seat);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return pounds(answer, "periods.find { it.budget.period == 'short' }.budget." + figure);
    }
}
