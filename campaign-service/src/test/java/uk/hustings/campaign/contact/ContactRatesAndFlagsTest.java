package uk.hustings.campaign.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.hustings.campaign.Campaign;
import uk.hustings.test.Tokens;

/** Dover, Crawley and Chatham are battleground seats: nobody is locked there. */
@QuarkusTest
class ContactRatesAndFlagsTest {

    private static final String DOVER = "E14000670";
    private static final String LEWES = "E14000786";
    private static final String CRAWLEY = "E14000652";
    private static final String CHATHAM = "E14000626";
    private static final String HQ = Tokens.nationalOrganiser();
    private static final String OF_DOVER = Tokens.member("local-organiser", "dover", DOVER);
    private static final String OF_CRAWLEY = Tokens.member("local-organiser", "crawley", CRAWLEY);
    private static final String OF_CHATHAM = Tokens.member("local-organiser", "chatham-and-aylesford", CHATHAM);

    private static boolean founded;

    @BeforeEach
    void foundLocalParties() {
        if (!founded) {
            Campaign.found("dover", "Dover", Contacts.SOUTH_EAST, DOVER);
            Campaign.found("lewes", "Lewes", Contacts.SOUTH_EAST, LEWES);
            Campaign.found("crawley", "Crawley", Contacts.SOUTH_EAST, CRAWLEY);
            Campaign.found("chatham-and-aylesford", "Chatham and Aylesford", Contacts.SOUTH_EAST, CHATHAM);
            Contacts.importCsv(HQ, """
                            localParty,seatCode,day,channel,attempts,contacts,firm,against,notHome
                            dover,E14000670,2014-02-03,doorstep,700,500,150,50,180
                            dover,E14000670,2014-02-04,phone,,140,,,
                            dover,E14000670,2014-02-10,doorstep,100,60,,,
                            lewes,E14000786,2014-02-03,leaflet,,687,,,
                            """).then().statusCode(201);
            founded = true;
        }
    }

    @Test
    void ratesOfASeatOverASpan() {
        Contacts.get(OF_DOVER, "/rates?from=2014-02-05&to=2014-02-12")
                .then()
                .statusCode(200)
                .body("by", is("seat"))
                .body("per", is("period"))
                .body("from", is("2014-02-03"))
                .body("to", is("2014-02-16"))
                .body("items.key", contains(DOVER))
                .body("items[0].name", is("Dover"))
                .body("items[0].electorate", is(71833))
                .body("items[0].contacts", is(700))
                .body("items[0].coveragePct", is(0.97f))
                .body("items[0].attempts", is(800))
                .body("items[0].strikeRatePct", is(70.00f))
                .body("items[0].byChannel.phone.strikeRatePct", nullValue())
                .body("items[0].codeSharesPct.firm", is(75.00f))
                .body("items[0].codeSharesPct.not-home", is(100.00f));
    }

    @Test
    void ratesOverTime() {
        Contacts.get(OF_DOVER, "/rates?per=week&from=2014-02-03&to=2014-02-10")
                .then()
                .statusCode(200)
                .body("items.week", contains("2014-W06", "2014-W07"))
                .body("items.contacts", contains(640, 60));
        String next = Contacts.get(OF_DOVER, "/rates?per=week&from=2014-02-03&to=2014-02-10&limit=1")
                .path("next");
        Contacts.get(OF_DOVER, "/rates?per=week&from=2014-02-03&to=2014-02-10&limit=1&cursor=" + next)
                .then()
                .statusCode(200)
                .body("items.week", contains("2014-W07"))
                .body("next", nullValue());
    }

    @Test
    void aLocalPartyIsHeldAgainstTheElectorsOfItsOwnSeats() {
        Campaign.twin("dover", LEWES);
        String abroad = Tokens.of("dover-abroad")
                .role("canvasser")
                .localParty("dover")
                .clientRole("twin:" + LEWES)
                .sign();
        Contacts.report(abroad, LEWES, "{\"counts\":[{\"day\":\"2014-02-24\",\"channel\":\"phone\",\"contacts\":100}]}")
                .then()
                .statusCode(201);
        Contacts.report(
                        OF_DOVER,
                        DOVER,
                        "{\"counts\":[{\"day\":\"2014-02-24\",\"channel\":\"phone\",\"contacts\":718}]}")
                .then()
                .statusCode(201);

        Contacts.get(HQ, "/rates?by=local-party&from=2014-02-24&to=2014-02-24")
                .then()
                .statusCode(200)
                .body("items.find { it.key == 'dover' }.name", is("Dover"))
                .body("items.find { it.key == 'dover' }.contacts", is(818))
                .body("items.find { it.key == 'dover' }.electorate", is(71833))
                .body("items.find { it.key == 'dover' }.coveragePct", is(1.00f));
        Contacts.get(HQ, "/rates?by=seat&from=2014-02-24&to=2014-02-24")
                .then()
                .body("items.find { it.key == '%s' }.contacts".formatted(LEWES), is(100));
    }

    @Test
    void aRegionSeesItsOwnRates() {
        Contacts.get(Contacts.regional(Contacts.SOUTH_EAST), "/rates?by=region&from=2014-02-03&to=2014-02-03")
                .then()
                .statusCode(200)
                .body("items.key", contains(Contacts.SOUTH_EAST))
                .body("items[0].contacts", is(1327))
                .body("items[0].byChannel.leaflet.contacts", is(687));
        Contacts.get(Contacts.regional(Contacts.SOUTH_WEST), "/rates?from=2014-02-03&to=2014-02-03")
                .then()
                .statusCode(200)
                .body("items", empty());
        Contacts.get(Tokens.of("auditor").role("auditor").sign(), "/rates")
                .then()
                .statusCode(403);
    }

    @Test
    void ratesCanBeExported() {
        String csv = Contacts.get(OF_DOVER, "/rates.csv?per=week&from=2014-02-03&to=2014-02-03")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();

        assertThat(csv.lines().toList())
                .hasSize(2)
                .element(1)
                .asString()
                .startsWith("E14000670,Dover,2014-W06,71833,640,0.89,700,71.43,500,700,140,,");
    }

    @Test
    void whatCannotBeAskedIsNamed() {
        Contacts.get(HQ, "/rates?by=street").then().statusCode(400).body("parameter", is("by"));
        Contacts.get(HQ, "/rates?per=day").then().statusCode(400).body("parameter", is("per"));
        Contacts.get(HQ, "/rates?from=2015-04-02&to=2015-04-01")
                .then()
                .statusCode(400)
                .body("parameter", is("to"));
        Contacts.get(HQ, "/rates?from=2013-04-08&to=2015-04-14").then().statusCode(200);
        Contacts.get(HQ, "/rates?from=2013-04-07&to=2015-04-14")
                .then()
                .statusCode(400)
                .body("parameter", is("from"));
        Contacts.get(HQ, "/flags?kind=ghosts").then().statusCode(400).body("parameter", is("kind"));
    }

    @Test
    void theSameNumbersDayAfterDayAreFlaggedUntilTheyAreMended() {
        var batch = Contacts.report(OF_CRAWLEY, CRAWLEY, """
                {"counts":[{"day":"2015-03-02","channel":"phone","contacts":25},{"day":"2015-03-03","channel":"phone","contacts":25},
                           {"day":"2015-03-04","channel":"phone","contacts":25},{"day":"2015-03-05","channel":"phone","contacts":10},
                           {"day":"2015-03-05","channel":"phone","contacts":15}]}
                """);
        String id = batch.path("batchId");
        Contacts.get(OF_CRAWLEY, "/flags?kind=same-numbers")
                .then()
                .statusCode(200)
                .body("items.seatCode", contains(CRAWLEY))
                .body("items[0].localParty", is("crawley"))
                .body("items[0].from", is("2015-03-02"))
                .body("items[0].to", is("2015-03-05"))
                .body("items[0].contacts", is(25))
                .body("items[0].why", startsWith("25 contacts by phone on each of 4 days"))
                .body("items[0].batchIds", contains(id));
        Contacts.get(OF_DOVER, "/flags?seat=" + CRAWLEY).then().statusCode(200).body("items", empty());

        Contacts.correct(
                        OF_CRAWLEY,
                        CRAWLEY,
                        id,
                        Contacts.batch(OF_CRAWLEY, CRAWLEY, id).header("ETag"),
                        "{\"reason\":\"Guessed\",\"counts\":[{\"day\":\"2015-03-02\",\"channel\":\"phone\",\"contacts\":25}]}")
                .then()
                .statusCode(200)
                .body("access.state", is("active"));
        Contacts.get(OF_CRAWLEY, "/flags?kind=same-numbers").then().body("items", empty());
    }

    @Test
    void aJumpAndMoreContactsThanElectorsAreFlaggedAndLockNobody() {
        Contacts.report(OF_CHATHAM, CHATHAM, """
                        {"counts":[{"day":"2015-02-02","channel":"doorstep","contacts":60},
                                   {"day":"2015-02-09","channel":"doorstep","contacts":50},
                                   {"day":"2015-02-16","channel":"doorstep","contacts":70},
                                   {"day":"2015-02-23","channel":"doorstep","contacts":67800}]}
                        """).then().statusCode(201).body("access.state", is("active"));
        String march = "/flags?localParty=chatham-and-aylesford&from=2015-02-23&to=2015-02-23";
        Contacts.get(OF_CHATHAM, march)
                .then()
                .statusCode(200)
                .body("items.kind", containsInAnyOrder("jump", "large-week"))
                .body("items.contacts", everyItem(is(67800)))
                .body("items.find { it.kind == 'jump' }.mostOrdinary", is(300))
                .body("items.find { it.kind == 'large-week' }.mostOrdinary", is(16991));
        Contacts.get(OF_CHATHAM, "/flags?kind=more-than-electors&from=2015-02-02&to=2015-02-23")
                .then()
                .statusCode(200)
                .body("items.contacts", contains(67980))
                .body("items[0].mostOrdinary", is(67964))
                .body("items[0].localParty", nullValue());
        Contacts.get(OF_CHATHAM, "/flags?kind=more-than-electors&from=2015-02-16&to=2015-02-23")
                .then()
                .body("items", empty());
        Campaign.report(OF_CHATHAM, CHATHAM, 1).then().statusCode(201).body("access.state", is("active"));
    }
}
