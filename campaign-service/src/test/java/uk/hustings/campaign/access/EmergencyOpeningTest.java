package uk.hustings.campaign.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static uk.hustings.campaign.Campaign.as;
import static uk.hustings.campaign.Campaign.asHq;
import static uk.hustings.campaign.Campaign.found;
import static uk.hustings.campaign.Campaign.post;
import static uk.hustings.campaign.Campaign.report;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hamcrest.Matcher;
import org.hamcrest.MatcherAssert;
import org.junit.jupiter.api.Test;
import uk.hustings.test.Tokens;

/** A key opens what the policy locked, and a second person confirms it. */
@QuarkusTest
class EmergencyOpeningTest {

    private static final String EAST = "E12000006";
    private static final String DECISIONS = "/v1/campaign/access/decisions";

    @Test
    void aKeyDoesNotOpenWhatAPersonLocked() {
        String seat = "E14000888";
        found("rayleigh", "Rayleigh", EAST, seat);
        lockByHand("rayleigh", seat).then().statusCode(201);

        open(keyHolder("rayleigh", seat), "rayleigh", seat)
                .then()
                .statusCode(403)
                .body("type", is("/problems/forbidden"))
                .body("detail", containsString("appeal this decision instead"));
        state("rayleigh", seat, "locked");
    }

    @Test
    void anOpeningIsConfirmedBySomebodyElseAndOnce() {
        String opening = opened("south-west-hertfordshire", "South West Hertfordshire", "E14000951");
        asHq().get(DECISIONS + "/" + opening)
                .then()
                .body("decision.breakGlass", is(true))
                .body("confirmation", nullValue());

        confirm(keyHolder("south-west-hertfordshire", "E14000951"), opening)
                .then()
                .statusCode(403);
        confirm(regional("W92000004"), opening).then().statusCode(404);
        confirm(regional(EAST), opening)
                .then()
                .statusCode(201)
                .body("confirmedBy", is("organiser-of-" + EAST))
                .body("reason", is("The committee room could not see its list"));
        confirm(Tokens.nationalOrganiser(), opening)
                .then()
                .statusCode(409)
                .body("detail", containsString("confirmed already"));
        unconfirmed(not(hasItem(opening)));
        confirm(Tokens.nationalOrganiser(), UUID.randomUUID().toString()).then().statusCode(404);
        asHq().get(DECISIONS + "/" + opening).then().body("confirmation.confirmedBy", is("organiser-of-" + EAST));
    }

    @Test
    void theOneWhoOpenedDoesNotConfirm() {
        String seat = "E14000855";
        found("north-west-cambridgeshire", "North West Cambridgeshire", EAST, seat);
        String regionalWithKey = Tokens.of("key-of-north-west-cambridgeshire")
                .role("regional-organiser")
                .region(EAST)
                .sign();
        report(keyHolder("north-west-cambridgeshire", seat), seat, 501);
        String opening = open(keyHolder("north-west-cambridgeshire", seat), "north-west-cambridgeshire", seat)
                .path("decisionId");

        confirm(regionalWithKey, opening).then().statusCode(403).body("type", is("/problems/forbidden"));
    }

    @Test
    void onlyAnEmergencyOpeningIsConfirmed() {
        String seat = "E14000859";
        found("north-west-norfolk", "North West Norfolk", EAST, seat);
        String lock = lockByHand("north-west-norfolk", seat).path("decisionId");

        confirm(regional(EAST), lock)
                .then()
                .statusCode(409)
                .body("detail", containsString("Only an emergency opening"));
    }

    @Test
    void unconfirmedAnOpeningEndsADayAfterItBeganAndConfirmedItLastsAsLongAsThePolicySays() {
        Response drafted = post(Tokens.nationalOrganiser(), "/v1/campaign/access/policy/versions", """
                {"title":"Three days","weeklyLimit":500,"warnAt":400,"channels":["doorstep","phone"],
                 "classes":["non-battleground"],"noticeHours":0,"breakGlassHours":72}
                """);
        activate(drafted.path("version"));
        String opening;
        try {
            opening = opened("south-west-norfolk", "South West Norfolk", "E14000952");
        } finally {
            activate(1);
        }
        Response decision = asHq().get(DECISIONS + "/" + opening);
        Instant began = Instant.parse(decision.path("decision.decidedAt"));
        assertThat(Instant.parse(decision.path("decision.until"))).isEqualTo(began.plus(Duration.ofHours(72)));
        assertThat(Instant.parse(decision.path("decision.confirmBefore"))).isEqualTo(began.plus(Duration.ofHours(24)));
        assertThat(openUntil("south-west-norfolk", "E14000952")).isEqualTo(began.plus(Duration.ofHours(24)));

        confirm(Tokens.nationalOrganiser(), opening)
                .then()
                .statusCode(201)
                .body("until", is(decision.path("decision.until").toString()));

        assertThat(openUntil("south-west-norfolk", "E14000952")).isEqualTo(began.plus(Duration.ofHours(72)));
    }

    private static void unconfirmed(Matcher<? super List<String>> expected) {
        Response listed = as(regional(EAST)).get(DECISIONS + "?unconfirmed=true&limit=200");
        listed.then().statusCode(200);
        List<String> openings = listed.path("items.decisionId");
        MatcherAssert.assertThat(openings, expected);
    }

    private static void activate(int version) {
        post(
                        Tokens.nationalOrganiser(),
                        "/v1/campaign/access/policy/versions/%d/activation".formatted(version),
                        "{\"reason\":\"For a test\"}")
                .then()
                .statusCode(201);
    }

    private static Instant openUntil(String localParty, String seat) {
        return Instant.parse(asHq().get("/v1/campaign/access/explain?localParty=%s&seat=%s".formatted(localParty, seat))
                .path("until"));
    }

    private static String opened(String localParty, String name, String seat) {
        found(localParty, name, EAST, seat);
        report(keyHolder(localParty, seat), seat, 501).then().body("access.state", is("locked"));
        Response opened = open(keyHolder(localParty, seat), localParty, seat);
        opened.then().statusCode(201);
        return opened.path("decisionId");
    }

    private static Response open(String token, String localParty, String seat) {
        return post(token, "/v1/campaign/access/break-glass", """
                {"localParty":"%s","seatCode":"%s","reason":"Polling day"}
                """.formatted(localParty, seat));
    }

    private static Response confirm(String token, String opening) {
        return post(
                token,
                DECISIONS + "/" + opening + "/confirmation",
                "{\"reason\":\"The committee room could not see its list\"}");
    }

    private static Response lockByHand(String localParty, String seat) {
        return post(Tokens.nationalOrganiser(), DECISIONS, """
                {"localParty":"%s","seatCode":"%s","outcome":"locked","reason":"Needed elsewhere"}
                """.formatted(localParty, seat));
    }

    private static void state(String localParty, String seat, String expected) {
        asHq().get("/v1/campaign/access/explain?localParty=%s&seat=%s".formatted(localParty, seat))
                .then()
                .body("state", is(expected));
    }

    private static String keyHolder(String localParty, String seat) {
        return Tokens.of("key-of-" + localParty)
                .role("canvasser")
                .clientRole("key-holder")
                .clientRole("seat:" + seat)
                .localParty(localParty)
                .sign();
    }

    private static String regional(String region) {
        return Tokens.of("organiser-of-" + region)
                .role("regional-organiser")
                .region(region)
                .sign();
    }
}
