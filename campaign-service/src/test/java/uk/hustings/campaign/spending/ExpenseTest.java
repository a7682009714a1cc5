package uk.hustings.campaign.spending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static uk.hustings.campaign.spending.Spending.EXPENSES;
import static uk.hustings.campaign.spending.Spending.HQ;
import static uk.hustings.campaign.spending.Spending.PATH;
import static uk.hustings.campaign.spending.Spending.change;
import static uk.hustings.campaign.spending.Spending.expense;
import static uk.hustings.campaign.spending.Spending.ofShortCampaign;
import static uk.hustings.campaign.spending.Spending.pounds;
import static uk.hustings.campaign.spending.Spending.record;
import static uk.hustings.campaign.spending.Spending.recorded;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.Campaign;
import uk.hustings.campaign.spending.domain.Contest;
import uk.hustings.campaign.spending.domain.SpendingPeriod;

/** Expenses in seats of Scotland. Each test has a seat of its own. */
@QuarkusTest
class ExpenseTest {

    /** A burgh of 60,105 electors: 12,306.30 pounds in the short campaign. */
    private static final String GLASGOW_CENTRAL = "S14000029";

    private static final String GLASGOW_EAST = "S14000030";
    private static final String GLASGOW_NORTH_EAST = "S14000032";
    private static final String GLASGOW_NORTH_WEST = "S14000033";
    private static final String GLASGOW_SOUTH = "S14000034";
    private static final String GLASGOW_SOUTH_WEST = "S14000035";
    private static final String MOTHERWELL = "S14000047";
    private static final String ORKNEY = "S14000051";
    private static final String STIRLING = "S14000057";
    private static final String REASON = "{\"reason\":\"As it turned out\"}";

    @Inject
    SpendingHeadroom headroom;

    @Inject
    Mutiny.SessionFactory sessions;

    @BeforeEach
    void awaitReady() {
        Campaign.awaitReady();
    }

    @Test
    void allOfTheHeadroomMayBeCommittedAndNotAPennyMore() {
        recorded(GLASGOW_CENTRAL, "declared", "10000.00");
        Response refused = record(HQ, GLASGOW_CENTRAL, "committed", "2306.31");

        refused.then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", is("/problems/spending-limit-exceeded"))
                .body("seatCode", is(GLASGOW_CENTRAL))
                .body("election", is("ge2015"))
                .body("period", is("short"))
                .body("detail", startsWith("£2306.31 exceeds the headroom of the short campaign"));
        assertThat(pounds(refused, "limitGbp")).isEqualTo("12306.30");
        assertThat(pounds(refused, "declaredGbp")).isEqualTo("10000.00");
        assertThat(pounds(refused, "committedGbp")).isEqualTo("0.00");
        assertThat(pounds(refused, "headroomGbp")).isEqualTo("2306.30");
        assertThat(pounds(refused, "amountGbp")).isEqualTo("2306.31");
        assertThat(ofShortCampaign(GLASGOW_CENTRAL, "committedGbp")).isEqualTo("0.00");

        Response accepted = record(HQ, GLASGOW_CENTRAL, "committed", "2306.30");
        accepted.then()
                .statusCode(201)
                .header("Location", startsWith(EXPENSES + "/"))
                .body("expense.overLimit", is(false))
                .body("expense.recordedBy", is("hq"));
        assertThat(pounds(accepted, "budget.headroomGbp")).isEqualTo("0.00");
        assertThat(ofShortCampaign(GLASGOW_CENTRAL, "committedGbp")).isEqualTo("2306.30");
    }

    @Test
    void aDeclarationOverTheLimitIsRecordedAndFlagged() {
        Campaign.asHq()
                .get(PATH + "/seats/" + GLASGOW_NORTH_EAST)
                .then()
                .statusCode(200)
                .body("seatType", is("borough"))
                .body("electorate", is(59_861))
                .body("pollingDay", is("2015-05-07"))
                .body("periods.budget.period", contains("long", "short"))
                .body("periods[1].source", containsString("SI 2014/1870"))
                .body("periods[1].categories", hasSize(7))
                .body("flags", empty())
                .body("expenses.items", empty());
        recorded(GLASGOW_NORTH_EAST, "committed", "500.00");

        Response flagged = record(HQ, GLASGOW_NORTH_EAST, "declared", "12000.00");
        flagged.then().statusCode(201).body("expense.overLimit", is(true));
        assertThat(pounds(flagged, "budget.headroomGbp")).isEqualTo("-208.34");
        Response overCommitted = Campaign.asHq().get(PATH + "/seats/" + GLASGOW_NORTH_EAST);
        overCommitted.then().body("flags.flag", contains("over-committed")).body("flags.period", contains("short"));
        assertThat(pounds(overCommitted, "flags[0].byGbp")).isEqualTo("208.34");

        record(HQ, GLASGOW_NORTH_EAST, "declared", "300.00").then().statusCode(201);
        Response over = Campaign.asHq().get(PATH + "/seats/" + GLASGOW_NORTH_EAST);
        over.then()
                .body("flags.flag", contains("declared-over-limit"))
                .body("expenses.items", hasSize(3))
                .body("expenses.items.overLimit", contains(true, true, false));
        assertThat(pounds(over, "flags[0].byGbp")).isEqualTo("8.34");
        assertThat(pounds(over, "periods[1].categories.find { it.category == 'transport' }.declaredGbp"))
                .isEqualTo("12300.00");
        assertThat(pounds(over, "periods[1].categories.find { it.category == 'staff' }.declaredGbp"))
                .isEqualTo("0.00");
        Campaign.asHq()
                .get(EXPENSES + "?overLimit=true&seat=" + GLASGOW_NORTH_EAST)
                .then()
                .body("items", hasSize(2));
    }

    @Test
    void aCommitmentIsDeclaredWithTheAmountOfTheInvoiceOrReleased() {
        String leaflets = recorded(GLASGOW_NORTH_WEST, "committed", "1000.00");
        String minibus = recorded(GLASGOW_NORTH_WEST, "committed", "200.00");

        Response declared = change(HQ, leaflets, "declaration", """
                {"paidGbp":1100.50,"day":"2015-04-13","reason":"Invoice received"}""");
        declared.then()
                .statusCode(200)
                .body("expense.status", is("declared"))
                .body("expense.revision", is(1))
                .body("expense.day", is("2015-04-13"))
                .body("expense.reason", is("Invoice received"));
        assertThat(pounds(declared, "budget.declaredGbp")).isEqualTo("1100.50");
        assertThat(pounds(declared, "budget.committedGbp")).isEqualTo("200.00");
        assertThat(pounds(change(HQ, minibus, "release", REASON), "budget.committedGbp"))
                .isEqualTo("0.00");

        change(HQ, leaflets, "declaration", REASON)
                .then()
                .statusCode(409)
                .body("type", is("/problems/state-conflict"))
                .body("expenseStatus", is("declared"));
        change(HQ, minibus, "withdrawal", REASON).then().statusCode(409).body("expenseStatus", is("released"));
        assertThat(pounds(change(HQ, leaflets, "withdrawal", REASON), "budget.declaredGbp"))
                .isEqualTo("0.00");
        Campaign.asHq()
                .get(EXPENSES + "/" + leaflets)
                .then()
                .statusCode(200)
                .body("expense.status", is("withdrawn"))
                .body("history.status", contains("committed", "declared", "withdrawn"))
                .body("history.revision", contains(0, 1, 2))
                .body("history.reason", contains(null, "Invoice received", "As it turned out"))
                .body("history.enteredBy", contains("hq", "hq", "hq"));
    }

    @Test
    void aDeclarationIsNotForDaysToComeAndACommitmentMayBe() {
        String later = Campaign.post(
                        HQ, EXPENSES, expense(ORKNEY, "committed", "5").replace("04-14", "05-07"))
                .then()
                .statusCode(201)
                .extract()
                .path("expense.expenseId");

        change(HQ, later, "declaration", "{\"day\":\"2015-04-15\",\"reason\":\"Too early\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/day"));
        change(HQ, later, "declaration", REASON).then().statusCode(200).body("expense.day", is("2015-04-14"));
    }

    @Test
    void aCorrectionKeepsWhatWasRecordedAndStaysWithinTheHeadroom() {
        String posters = recorded(GLASGOW_SOUTH, "committed", "12000.00");
        String correction = """
                {"revision":%d,"category":"advertising","period":"%s","paidGbp":%s,"day":"2015-04-10","reason":"Misread"}""";

        change(HQ, posters, "correction", correction.formatted(0, "short", "12604.15"))
                .then()
                .statusCode(409)
                .body("type", is("/problems/spending-limit-exceeded"));
        change(HQ, posters, "correction", correction.formatted(0, "short", "12604.14"))
                .then()
                .statusCode(200)
                .body("expense.category", is("advertising"))
                .body("expense.status", is("committed"))
                .body("expense.revision", is(1));
        change(HQ, posters, "correction", correction.formatted(0, "short", "1"))
                .then()
                .statusCode(409)
                .body("type", is("/problems/state-conflict"))
                .body("revision", is(1));
        recorded(GLASGOW_SOUTH, "declared", "100.00");
        change(HQ, posters, "correction", correction.formatted(1, "short", "12604.13"))
                .then()
                .statusCode(200)
                .body("expense.overLimit", is(false));
        assertThat(ofShortCampaign(GLASGOW_SOUTH, "headroomGbp")).isEqualTo("-99.99");

        Response moved = change(HQ, posters, "correction", correction.formatted(2, "long", "12604.13"));
        moved.then().statusCode(200).body("budget.period", is("long"));
        assertThat(pounds(moved, "budget.committedGbp")).isEqualTo("12604.13");
        assertThat(ofShortCampaign(GLASGOW_SOUTH, "headroomGbp")).isEqualTo("12504.14");
        change(HQ, posters, "correction", correction.formatted(3, "short", "0"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/paidGbp"));
    }

    @Test
    void notionalValueCountsAndTheNationalPartOfASplitDoesNot() {
        Response shared = Campaign.post(HQ, EXPENSES, """
                {"seatCode":"%s","category":"accommodation","period":"short","status":"declared","paidGbp":100.00,
                 "notionalGbp":300.00,"candidateSharePct":25,"day":"2015-04-01","supplier":"Hall of Motherwell",
                 "description":"Office, shared with the national party"}""".formatted(MOTHERWELL));

        shared.then()
                .statusCode(201)
                .body("expense.supplier", is("Hall of Motherwell"))
                .body("expense.localParty", nullValue());
        assertThat(pounds(shared, "expense.countedGbp")).isEqualTo("100.00");
        assertThat(ofShortCampaign(MOTHERWELL, "declaredGbp")).isEqualTo("100.00");
    }

    @Test
    void commitmentsMadeAtTheSameTimeDoNotExceedTheLimitTogether() throws Exception {
        // 12,191.46 pounds: six times 2,000 and no more.
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> commitments = IntStream.range(0, 16)
                    .<Callable<Integer>>mapToObj(n -> () -> record(HQ, GLASGOW_SOUTH_WEST, "committed", "2000.00")
                            .statusCode())
                    .toList();
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : people.invokeAll(commitments)) {
                answers.add(answer.get());
            }
            assertThat(answers)
                    .containsOnly(201, 409)
                    .filteredOn(status -> status == 201)
                    .hasSize(6);
        } finally {
            people.shutdownNow();
        }
        assertThat(ofShortCampaign(GLASGOW_SOUTH_WEST, "committedGbp")).isEqualTo("12000.00");
    }

    @Test
    void aByElectionHasALimitOfItsOwn() {
        String election = "by-2014-11-20-" + STIRLING;
        String order = """
                {"seatCode":"%s","election":"%s","category":"staff","period":"%s","status":"committed","paidGbp":%s,
                 "day":"2014-11-01"}""";

        Campaign.post(HQ, EXPENSES, order.formatted(STIRLING, election, "short", "100000.00"))
                .then()
                .statusCode(201)
                .body("expense.election", is(election));
        Campaign.post(HQ, EXPENSES, order.formatted(STIRLING, election, "short", "0.01"))
                .then()
                .statusCode(409);
        Campaign.post(HQ, EXPENSES, order.formatted(STIRLING, election, "long", "0.01"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/period"));
        Campaign.post(HQ, EXPENSES, order.formatted(ORKNEY, election, "short", "0.01"))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/election"));
        assertThat(ofShortCampaign(STIRLING, "committedGbp")).isEqualTo("0.00");
        Campaign.asHq()
                .get(PATH + "/seats/" + STIRLING + "?election=" + election)
                .then()
                .body("periods.budget.period", contains("short"));
        Campaign.asHq()
                .get(PATH + "/seats/" + ORKNEY + "?election=" + election)
                .then()
                .statusCode(400);
    }

    @Test
    void theHeadroomOfEverySeatIsKnownAtOnce() throws Throwable {
        recorded(GLASGOW_EAST, "declared", "13000.00");
        Map<SeatCode, BigDecimal> pounds = VertxContextSupport.subscribeAndAwait(
                () -> sessions.withStatelessTransaction(session -> headroom.bySeat(session)));

        assertThat(pounds).hasSize(650);
        assertThat(pounds.get(new SeatCode(GLASGOW_EAST))).as("never negative").isEqualTo("0.00");
        assertThat(pounds.get(new SeatCode("N06000001"))).isEqualTo("12240.42");
        Contest byElection = Contest.byElection(LocalDate.of(2014, 10, 9), new SeatCode(GLASGOW_EAST));
        Map<SeatCode, BigDecimal> there = VertxContextSupport.subscribeAndAwait(() -> sessions.withStatelessTransaction(
                session -> headroom.bySeat(session, byElection, SpendingPeriod.SHORT)));
        assertThat(there).isEqualTo(Map.of(new SeatCode(GLASGOW_EAST), new BigDecimal("100000.00")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"paidGbp\":1' | '\"paidGbp\":1000000.01' | /paidGbp",
                "'\"paidGbp\":1' | '\"paidGbp\":-0.01' | /paidGbp",
                "'\"paidGbp\":1' | '\"paidGbp\":0' | /paidGbp",
                "'\"paidGbp\":1' | '\"paidGbp\":1.001' | /paidGbp",
                "'\"paidGbp\":1' | '\"paidGbp\":null' | /paidGbp",
                "'\"paidGbp\":1' | '\"paidGbp\":1,\"notionalGbp\":1000000.01' | /notionalGbp",
                "'\"paidGbp\":1' | '\"paidGbp\":1,\"candidateSharePct\":100.01' | /candidateSharePct",
                "'\"paidGbp\":1' | '\"paidGbp\":1,\"candidateSharePct\":-0.01' | /candidateSharePct",
                "transport | sweets | /category",
                "short | medium | /period",
                "committed | released | /status",
                "S14000055 | S14999999 | /seatCode",
                "2015-04-14 | 2015-05-08 | /day",
                "2015-04-14 | 2010-05-06 | /day",
                "'\"paidGbp\":1' | '\"paidGbp\":1,\"election\":\"ge2011\"' | /election",
                "'\"paidGbp\":1' | '\"paidGbp\":1,\"localParty\":\"nowhere\"' | /localParty",
                "'\"paidGbp\":1' | '\"paidGbp\":1,\"supplier\":\"a\\nb\"' | /supplier",
                "'\"paidGbp\":1' | '\"paidGbp\":1,\"election\":\"ge2017\",\"period\":\"long\"' | /period",
            })
    void whatCannotBeAcceptedIsNamedAndNothingIsWritten(String before, String after, String pointer) {
        String order = expense("S14000055", "committed", "1").replace("\"paidGbp\":1", "\"paidGbp\":1");
        String wrong = after.contains("\"period\"")
                ? order.replace("\"period\":\"short\",", "").replace(before, after)
                : order.replace(before, after);

        Campaign.post(HQ, EXPENSES, wrong).then().statusCode(422).body("errors.pointer", hasItem(pointer));
        Campaign.asHq().get(EXPENSES + "?seat=S14000055").then().body("items", empty());
    }

    @Test
    void theGreatestAmountsAreAccepted() {
        Campaign.post(HQ, EXPENSES, """
                        {"seatCode":"S14000058","category":"staff","period":"long","status":"declared","paidGbp":1000000,
                         "notionalGbp":1000000.00,"candidateSharePct":0,"day":"2010-05-07","supplier":"%s","reference":"%s"}
                        """.formatted("x".repeat(200), "y".repeat(100)))
                .then()
                .statusCode(201)
                .body("expense.overLimit", is(false));
        Campaign.post(HQ, EXPENSES, """
                        {"seatCode":"S14000058","category":"staff","period":"long","status":"declared","paidGbp":1,
                         "day":"2010-05-07","supplier":"%s","reference":"%s"}
                        """.formatted("x".repeat(201), "y".repeat(101)))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/supplier"))
                .body("errors.pointer", hasItem("/reference"));
    }

    @Test
    void aReferenceIsRecordedOnceAndAKeyIsAnsweredOnce() {
        String order = expense("S14000059", "committed", "10").replace("\"day\"", "\"reference\":\"INV-1\",\"day\"");
        String id = Campaign.post(HQ, EXPENSES, order, "spending-key-1")
                .then()
                .statusCode(201)
                .extract()
                .path("expense.expenseId");

        Campaign.post(HQ, EXPENSES, order, "spending-key-1")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("expense.expenseId", is(id));
        Campaign.post(HQ, EXPENSES, order)
                .then()
                .statusCode(409)
                .body("type", is("/problems/already-recorded"))
                .body("expenseId", is(id));
        assertThat(ofShortCampaign("S14000059", "committedGbp")).isEqualTo("10.00");
    }
}
