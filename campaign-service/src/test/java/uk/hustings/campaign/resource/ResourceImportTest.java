package uk.hustings.campaign.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.hustings.campaign.Campaign;
import uk.hustings.test.Tokens;

/** Resources of many holders at once, and the file of all. */
@QuarkusTest
class ResourceImportTest {

    private static final String HQ = Tokens.nationalOrganiser();
    private static final String COLUMNS = "holderKind,holder,kind,week,basis,amount,source\n";
    private static final String MORE_COLUMNS = "holderKind,holder,kind,week,basis,amount,source,replaces,reason\n";
    private static final String AYLESBURY = "E14000538";

    private static boolean founded;

    @BeforeEach
    void foundLocalParties() {
        if (!founded) {
            Campaign.found("aylesbury", "Aylesbury", Resources.SOUTH_EAST, AYLESBURY);
            Campaign.found("basingstoke", "Basingstoke", Resources.SOUTH_EAST, "E14000545");
            Campaign.found("bognor-regis", "Bognor Regis and Littlehampton", Resources.SOUTH_EAST, "E14000576");
            founded = true;
        }
    }

    @Test
    void theSameFileAgainChangesNothingAndCorrectionsNameTheirEdition() {
        String csv = COLUMNS + "local-party,aylesbury,leaflets,2015-W20,estimated,5000,Printer\n"
                + "local-party,basingstoke,leaflets,2015-W20,estimated,4000,Printer\n"
                + "national,,direct-mail,2015-W20,pledged,90000,Printer\n";
        Resources.importCsv(HQ, csv)
                .then()
                .statusCode(201)
                .body("created", is(3))
                .body("unchanged", is(0));
        Resources.importCsv(HQ, csv)
                .then()
                .statusCode(201)
                .body("created", is(0))
                .body("unchanged", is(3));

        Resources.importCsv(HQ, csv.replace("4000", "4500") + "local-party,aylesbury,money,2015-W20,pledged,1,Till\n")
                .then()
                .statusCode(409)
                .body("type", is("/problems/already-recorded"))
                .body("errors.row", contains(3))
                .body("errors[0].detail", containsString("edition 1"));
        Resources.list(HQ, "?holder=aylesbury&kind=money&from=2015-05-11&until=2015-05-11")
                .then()
                .body("items", empty());
        Resources.importCsv(
                        HQ,
                        MORE_COLUMNS + "local-party,basingstoke,leaflets,2015-W20,estimated,4500,Printer,1,Reprinted\n"
                                + "local-party,aylesbury,leaflets,2015-W20,estimated,5000,Printer,,\n")
                .then()
                .statusCode(201)
                .body("created", is(1))
                .body("unchanged", is(1));
        Resources.history(HQ, "?holder=basingstoke&kind=leaflets")
                .then()
                .body("items.edition", contains(2, 1))
                .body("items[0].reason", is("Reprinted"));
    }

    @Test
    void aJsonListIsTakenLikeAFile() {
        Resources.importJson(HQ, """
                        {"statements":[
                          {"holderKind":"local-party","holder":"bognor-regis","kind":"phone-hours","week":"2015-W20",
                           "basis":"pledged","amount":12.5,"source":"Committee"},
                          {"holderKind":"local-party","holder":"bognor-regis","kind":"phone-hours","week":"2015-W21",
                           "basis":"pledged","amount":0,"source":"Committee"}]}
                        """).then().statusCode(201).body("created", is(2));
        Resources.list(HQ, "?holder=bognor-regis&kind=phone-hours&from=2015-05-11&until=2015-05-24")
                .then()
                .body("items.amount", contains(12.5f, 0.0f));
        Resources.importJson(HQ, "{\"statements\":[]}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/statements"));
        Resources.importJson(HQ, """
                        {"statements":[
                          {"holderKind":"local-party","holder":"bognor-regis","kind":"phone-hours","week":"2015-W22",
                           "basis":"pledged","source":"Committee"},
                          {"holder":"bognor-regis","kind":"phone-hours","week":"2015-W22","basis":"pledged","amount":1}]}
                        """)
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/statements/0/amount", "/statements/1/holderKind", "/statements/1/source"));
    }

    @Test
    void everyRowAtFaultIsNamedAndNothingIsWritten() {
        Resources.importCsv(
                        HQ,
                        MORE_COLUMNS + "local-party,bognor-regis,money,2015-W23,pledged,5,Till,,\n"
                                + "local-party,nobody,money,2015-W23,pledged,5,Till,,\n"
                                + "local-party,bognor-regis,money,2015-W23,pledged,6,Till,,\n"
                                + "local-party,bognor-regis,money,2015-W24,pledged,NaN,Till,,\n"
                                + "local-party,bognor-regis,money,2015-W25,pledged,1e300,Till,,\n"
                                + "local-party,bognor-regis,money,2015-W26,pledged,-1,,0,x\n"
                                + "region,E12000099,money,2015-W23,pledged,5,Till,,\n")
                .then()
                .statusCode(422)
                .body("errors.row", contains(3, 4, 5, 6, 7, 7, 7, 8))
                .body(
                        "errors.pointer",
                        contains(
                                "/holder", "/week", "/amount", "/amount", "/amount", "/source", "/replaces", "/holder"))
                .body("errors[1].detail", is("states the same as line 2"));
        Resources.history(HQ, "?holder=bognor-regis&kind=money").then().body("items", empty());
        Resources.importCsv(HQ, "holderKind,holder\nnational,\n").then().statusCode(400);
    }

    @Test
    void rowsOutOfReachAreRefusedBeforeAnyFaultIsNamed() {
        String csv = COLUMNS + "local-party,aylesbury,money,2015-W27,pledged,5,Till\n"
                + "local-party,basingstoke,money,2015-W27,pledged,5,Till\n"
                + "local-party,aylesbury,money,2015-W99,pledged,5,Till\n";
        Resources.importCsv(Resources.organiser("aylesbury", AYLESBURY), csv)
                .then()
                .statusCode(403)
                .body("type", is("/problems/seat-out-of-reach"))
                .body("detail", containsString("basingstoke"));
        Resources.importCsv(Resources.regional(Resources.SOUTH_EAST), csv)
                .then()
                .statusCode(422);
        Resources.importCsv(Resources.regional(Resources.LONDON), csv).then().statusCode(403);
        Resources.history(HQ, "?kind=money&week=2015-W27").then().body("items", empty());
    }

    @Test
    void aHundredThousandRowsAreTakenAndOneMoreIsRefusedWhole() {
        String rows = rows(100_000);
        Resources.importCsv(HQ, COLUMNS + rows + "national,,money,2013-W52,pledged,1,Till\n")
                .then()
                .statusCode(413)
                .body("type", is("/problems/body-too-large"));
        Resources.history(HQ, "?holderKind=region&week=2000-W10&limit=1").then().body("items", empty());

        Resources.importCsv(HQ, COLUMNS + rows).then().statusCode(201).body("created", is(100_000));
    }

    @Test
    void theFileHoldsWhatTheListShows() {
        Resources.importCsv(
                        HQ,
                        COLUMNS + "local-party,aylesbury,phone-hours,2015-W30,estimated,7.5,Guess\n"
                                + "local-party,aylesbury,phone-hours,2015-W30,pledged,5,Committee\n")
                .then()
                .statusCode(201);
        String query = ".csv?holder=aylesbury&from=2015-07-20&until=2015-07-20";
        assertThat(Resources.list(HQ, query).asString())
                .isEqualTo(
                        "holderKind,holder,holderName,region,kind,unit,week,amount,basis,pledged,measured,estimated\n"
                                + "local-party,aylesbury,Aylesbury,E12000008,phone-hours,hours,2015-W30,5.00,pledged,5.00,,7.50\n");
        assertThat(Resources.list(Resources.regional(Resources.LONDON), query).asString())
                .hasLineCount(1);
        Resources.list(HQ, ".csv?sort=price").then().statusCode(400);
    }

    /** Of the twelve regions, in years before those of other tests, each of a key of its own. */
    private static String rows(int count) {
        List<String> regions = List.of(
                "E12000001",
                "E12000002",
                "E12000003",
                "E12000004",
                "E12000005",
                "E12000006",
                "E12000007",
                "E12000008",
                "E12000009",
                "W92000004",
                "S92000003",
                "N92000002");
        List<String> kinds = List.of("doorstep-hours", "phone-hours", "organisers", "leaflets", "direct-mail", "money");
        List<String> bases = List.of("pledged", "estimated");
        StringBuilder rows = new StringBuilder();
        int row = 0;
        for (int year = 2000; row < count; year++) {
            for (int week = 1; week <= 52; week++) {
                for (String region : regions) {
                    for (String kind : kinds) {
                        for (String basis : bases) {
                            if (row++ < count) {
                                rows.append("region,%s,%s,%d-W%02d,%s,1,Old books\n"
                                        .formatted(region, kind, year, week, basis));
                            }
                        }
                    }
                }
            }
        }
        return rows.toString();
    }
}
