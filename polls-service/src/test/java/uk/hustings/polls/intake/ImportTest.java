package uk.hustings.polls.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.hustings.polls.Running;
import uk.hustings.polls.real.RealData;

@QuarkusTest
class ImportTest extends Running {

    private static final String HEADER = RealData.COLUMNS + ",conPct,labPct,otherPct\n";
    private static final String SOUND = "ICM,,adults,standard,E14000653,2014-01-01,2014-01-02,,500,40,40,20\n";

    @Test
    void theRealPollsOf2014And2015AreTakenInAndTwiceChangesNothing() {
        imported(RealData.constituencyPolls())
                .then()
                .statusCode(201)
                .body("created", is(0))
                .body("unchanged", is(187))
                .body("warnings", hasSize(0));

        as(HQ).get("/v1/polls/counts?geography=seat&population=adults&pollster=Lord Ashcroft&asOf=2015-05-07")
                .then()
                .body("polls", is(169))
                .body("seats", hasSize(155));
    }

    @Test
    void theRealPollsOf2016AreTakenInWithTheirOddSums() {
        imported(RealData.memberPolls())
                .then()
                .statusCode(201)
                .body("created", is(0))
                .body("unchanged", is(12))
                .body("warnings", contains("Line 2: shares add up to 98", "Line 7: shares add up to 101"));

        as(HQ).get("/v1/polls/counts?population=party-members").then().body("polls", is(12));
        as(HQ).get("/v1/polls/counts?question=members-ballot").then().body("polls", is(8));
        as(HQ).get("/v1/polls?population=party-members")
                .then()
                .body("items.findAll { it.questions.size() == 0 }.statements.option.flatten()", hasSize(4))
                .body("items.findAll { it.questions[0]?.lead?.option == 'smith' }", hasSize(7))
                .body("items.every { it.visibility == 'private' }", is(true));
    }

    @Test
    void aRetryGetsItsFirstAnswerAgain() {
        String key = UUID.randomUUID().toString();
        String csv = HEADER + SOUND.replace("ICM", "Survation of retries");

        String first =
                keyed(key, csv).statusCode(201).body("created", is(1)).extract().asString();

        assertThat(keyed(key, csv).statusCode(201).extract().asString()).isEqualTo(first);
        keyed(key, csv.replace("500", "501")).statusCode(422).body("type", is("/problems/idempotency-key-reused"));
    }

    @Test
    void twoWhoImportTheSameAtOnceRecordItOnce() {
        String csv = HEADER + SOUND.replace("ICM", "Opinium");

        List<CompletableFuture<Integer>> imports = Stream.generate(() -> CompletableFuture.supplyAsync(() ->
                        (Integer) imported(csv).then().statusCode(201).extract().path("created")))
                .limit(8)
                .toList();

        assertThat(imports.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(1);
        as(HQ).get("/v1/polls?geography=seat&pollster=Opinium").then().body("items", hasSize(1));
    }

    @Test
    void otherFiguresForARecordedPollAreRefusedByLineAndColumn() {
        imported(RealData.constituencyPolls().replace(",586,37.9,41.6,", ",586,38.9,40.6,"))
                .then()
                .statusCode(409)
                .body("type", is("/problems/already-recorded"))
                .body("errors.pointer", contains("/conPct", "/labPct"))
                .body("errors.row", contains(144, 144))
                .body("errors[0].detail", is("is recorded as 37.9, was 38.9"));
    }

    @Test
    void visibilityIsChangedByAnOperationOfItsOwn() {
        imported(RealData.memberPolls().replace(",private,,46,", ",public,,46,"))
                .then()
                .statusCode(201)
                .body("created", is(0))
                .body("warnings", hasItem("Line 2: the poll stays private; changePollVisibility changes that"));
    }

    @Test
    void byteOrderMarkAndWindowsLineEndsAreWelcome() {
        imported("\uFEFF" + (HEADER + SOUND.replace("ICM", "Populus")).replace("\n", "\r\n"))
                .then()
                .statusCode(201)
                .body("created", is(1));
    }

    @Test
    void aPollThatSaysNothingOfItsVisibilityIsPrivate() {
        imported(HEADER + SOUND.replace("ICM", "Marketing Means"));

        as(HQ).get("/v1/polls?pollster=Marketing Means").then().body("items.visibility", contains("private"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
            unknown seat           | /seatCode       | no seat that we know     | ICM,,adults,standard,E14999999,,2014-01-02,,,40,40,20
            malformed seat         | /seatCode       | capital letter           | ICM,,adults,standard,crewe,,2014-01-02,,,40,40,20
            no seat                | /seatCode       | must not be empty        | ICM,,adults,standard,,,2014-01-02,,,40,40,20
            end before start       | /fieldworkEnd   | before fieldworkStart    | ICM,,adults,standard,E14000653,2014-01-03,2014-01-02,,,40,40,20
            end in the future      | /fieldworkEnd   | after today              | ICM,,adults,standard,E14000653,,2999-01-02,,,40,40,20
            no date                | /fieldworkEnd   | YYYY-MM-DD               | ICM,,adults,standard,E14000653,,02/01/2014,,,40,40,20
            over 100               | /conPct         | from 0 to 100            | ICM,,adults,standard,E14000653,,2014-01-02,,,140,40,20
            negative               | /conPct         | from 0 to 100            | ICM,,adults,standard,E14000653,,2014-01-02,,,-1,81,20
            not a number           | /labPct         | from 0 to 100            | ICM,,adults,standard,E14000653,,2014-01-02,,,40,NaN,20
            a huge number          | /otherPct       | from 0 to 100            | ICM,,adults,standard,E14000653,,2014-01-02,,,40,40,1e999
            too many decimals      | /otherPct       | at most 4 decimals       | ICM,,adults,standard,E14000653,,2014-01-02,,,40,40,19.99999
            unknown population     | /population     | one of                   | ICM,,dogs,standard,E14000653,,2014-01-02,,,40,40,20
            unknown question       | /question       | one of                   | ICM,,adults,weather,E14000653,,2014-01-02,,,40,40,20
            unknown visibility     | /visibility     | one of                   | ICM,,adults,standard,E14000653,,2014-01-02,secret,,40,40,20
            nobody asked           | /sampleSize     | 1 or more                | ICM,,adults,standard,E14000653,,2014-01-02,,0,40,40,20
            half a person          | /sampleSize     | whole number             | ICM,,adults,standard,E14000653,,2014-01-02,,0.5,40,40,20
            """)
    void aRowAtFaultIsNamedAndNothingIsWritten(String what, String pointer, String detail, String row) {
        int before = countedBy(as(HQ));

        imported(HEADER + SOUND.replace("ICM", "Never written") + row + "\n")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", is("/problems/invalid-input"))
                .body("errors", hasSize(1))
                .body("errors[0].row", is(3))
                .body("errors[0].pointer", is(pointer))
                .body("errors[0].detail", containsString(detail));

        assertThat(countedBy(as(HQ))).as("nothing written: %s", what).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"37, 97", "43, 103"})
    void sharesThatMiss100ByMoreThanTwoAreRefusedByName(int con, int sum) {
        imported(HEADER + SOUND + SOUND.replace("ICM", "Off sum").replace(",40,40,20", ",%d,40,20".formatted(con)))
                .then()
                .statusCode(422)
                .body("type", is("/problems/shares-off-sum"))
                .body("errors.row", contains(3))
                .body("errors[0].detail", is("must add up to 98 to 102, was " + sum));

        as(HQ).get("/v1/polls?pollster=Off sum").then().body("items", hasSize(0));
    }

    @Test
    void everyFaultOfAFileIsToldAtOnce() {
        imported(HEADER
                        + SOUND.replace("E14000653", "E14999999")
                        + SOUND.replace(",40,40,20", ",37,40,20")
                        + SOUND.replace(",40,40,20", ",x,y,20"))
                .then()
                .statusCode(422)
                .body("type", is("/problems/invalid-input"))
                .body("errors.row", contains(2, 3, 4, 4))
                .body("errors.pointer", contains("/seatCode", "/shares", "/conPct", "/labPct"));
    }

    @Test
    void theSamePollTwiceInAFileIsRefused() {
        imported(HEADER + SOUND + SOUND.replace("40,40,20", "41,39,20"))
                .then()
                .statusCode(422)
                .body("errors[0].row", is(3))
                .body("errors[0].detail", is("is asked by the same poll in line 2"));
    }

    @Test
    void aFileOfOtherColumnsIsNotRead() {
        refusedAsBroken(HEADER.replace("question,", "") + SOUND.replace("standard,", ""), "[question]");
        refusedAsBroken(HEADER.replace("otherPct", "shareOfOthers") + SOUND, "[shareOfOthers]");
        refusedAsBroken(HEADER.replace("otherPct", "conPct") + SOUND, "duplicate");
        refusedAsBroken(HEADER + SOUND.strip() + ",20\n", "as many cells");
        refusedAsBroken(HEADER + "ICM,,adults\n", "as many cells");
        refusedAsBroken(HEADER, "no rows");
        refusedAsBroken("", "no rows");
    }

    @Test
    void onlyCsvIsRead() {
        as(HQ).header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{}")
                .post("/v1/polls/imports.csv")
                .then()
                .statusCode(415);
    }

    @Test
    void anImportNeedsAKey() {
        as(HQ).contentType("text/csv")
                .body(HEADER + SOUND)
                .post("/v1/polls/imports.csv")
                .then()
                .statusCode(400)
                .body("type", is("/problems/idempotency-key-required"));
    }

    private static void refusedAsBroken(String csv, String why) {
        imported(csv)
                .then()
                .statusCode(400)
                .body("type", is("/problems/broken-body"))
                .body("detail", containsString(why));
    }

    private static ValidatableResponse keyed(String key, String csv) {
        return as(HQ).header("Idempotency-Key", key)
                .contentType("text/csv; charset=utf-8")
                .body(csv)
                .post("/v1/polls/imports.csv")
                .then();
    }
}
